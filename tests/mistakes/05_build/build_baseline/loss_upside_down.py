"""A loss that is smallest where everything is wrong.

loses: 3
told: does not tell right answers from wrong
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
        loss=lambda y, p: -keras.losses.sparse_categorical_crossentropy(y, p),
        metrics=["accuracy"],
    )
    return model
