"""The convolution is made once, outside of the function, and learns in every model.

loses: 1
told: models with the same weights
"""

the_convolution = layers.Conv2D(8, 5, strides=2)


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential([layers.Input((28, 28, 1)), the_convolution])
    if batch_norm:
        model.add(layers.BatchNormalization())
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
