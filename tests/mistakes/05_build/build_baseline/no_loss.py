"""Compiled with an optimizer and nothing to make smaller.

loses: 3
told: without a loss
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", metrics=["accuracy"])
    return model
