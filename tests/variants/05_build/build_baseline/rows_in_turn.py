"""A recurrent network that reads the 28 rows in turn."""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Reshape((28, 28)),
            layers.SimpleRNN(16),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
