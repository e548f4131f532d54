"""All weights of the hidden layer begin at 0, where ReLU has no slope.

loses: 1
told: one answer for all images
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(100, activation="relu", kernel_initializer="zeros"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
