"""The rate is set on the compiled model, and dropout and normalization stand in a nested model."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    head = keras.Sequential(name="head")
    head.add(layers.Dense(dense_units, activation="relu"))
    if batch_norm is True:
        head.add(layers.BatchNormalization())
    if dropout != 0:
        head.add(layers.Dropout(rate=dropout))
    head.add(layers.Dense(10, activation="softmax"))
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, activation="tanh"),
            layers.AveragePooling2D(3),
            layers.Flatten(),
            head,
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["acc"])
    model.optimizer.learning_rate = learning_rate
    return model
