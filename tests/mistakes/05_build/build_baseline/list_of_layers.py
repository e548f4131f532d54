"""The layers without a model around them.

loses: 6
told: a list
"""


def build_baseline():
    return [
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
