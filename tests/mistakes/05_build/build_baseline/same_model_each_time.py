"""One model, made once: a second training would go on where the first ended.

loses: 1
told: the same model
"""

the_model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
the_model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


def build_baseline():
    return the_model
