"""There is no batch normalization.

loses: 1
told: no layer of batch normalization
"""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(8, 5, strides=2)])
    model.add(layers.ReLU())
    model.add(layers.Flatten())
    model.add(layers.Dense(dense_units, activation="relu"))
    if dropout:
        model.add(layers.Dropout(dropout))
    model.add(layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
