"""A dropout layer after the pooling as well.

loses: 2
told: at 2 places of the network
"""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential(
        [layers.Input((28, 28, 1)), layers.Conv2D(8, 5, strides=2, activation="relu")]
    )
    if batch_norm:
        model.add(layers.BatchNormalization())
    model.add(layers.MaxPooling2D(2))
    if dropout:
        model.add(layers.Dropout(dropout))
    model.add(layers.Flatten())
    model.add(layers.Dense(dense_units, activation="relu"))
    if dropout:
        model.add(layers.Dropout(dropout))
    model.add(layers.Dense(10, activation="softmax"))
    model.compile(
        keras.optimizers.Adam(learning_rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
