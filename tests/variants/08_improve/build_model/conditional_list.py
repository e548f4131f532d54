"""One list with parts that may be empty, normalization after every layer, and a schedule."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    def norm():
        return [layers.BatchNormalization(momentum=0.9)]

    network = [
        layers.Input((28, 28, 1)),
        layers.Conv2D(8, 3, strides=2, use_bias=not batch_norm),
        *(norm() if batch_norm else []),
        layers.Activation("relu"),
        layers.Conv2D(8, 3, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(dense_units),
        *(norm() if batch_norm else []),
        layers.Activation("relu"),
        *([layers.Dropout(dropout, seed=1)] if dropout > 0 else []),
        layers.Dense(10),
        layers.Softmax(),
    ]
    model = keras.Sequential(network)
    schedule = keras.optimizers.schedules.CosineDecay(learning_rate, decay_steps=1_000)
    model.compile(
        keras.optimizers.Nadam(schedule), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
