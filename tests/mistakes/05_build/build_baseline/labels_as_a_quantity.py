"""Squares the distance between a label and each output, as if the digit were a quantity.

loses: 3
told: as if a digit were a quantity
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam",
        loss=lambda y, p: keras.ops.mean(
            (keras.ops.cast(keras.ops.reshape(y, (-1, 1)), "float32") - p) ** 2, axis=-1
        ),
        metrics=["accuracy"],
    )
    return model
