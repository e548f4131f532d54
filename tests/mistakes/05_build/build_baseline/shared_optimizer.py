"""The optimizer is made once, and every model gets it.

loses: 1
told: share their optimizer
"""

OPTIMIZER = keras.optimizers.SGD(0.01, momentum=0.9)


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(OPTIMIZER, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
