"""Prints Keras's summary and returns nothing.

loses: 5
told: prints and returns nothing
"""


def model_plan():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(100),
            layers.Dense(10),
        ]
    )
    return model.summary()
