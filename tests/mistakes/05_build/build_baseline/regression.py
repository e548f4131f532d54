"""A squared error on ten sums without a limit: neither of the two pairs.

loses: 1
told: the distance between numbers
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10),
        ]
    )
    model.compile("adam", loss="mse", metrics=["accuracy"])
    return model
