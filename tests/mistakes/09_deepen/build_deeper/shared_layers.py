"""The layers are made once, and every model is put together from them.

loses: 1
told: share layers (Conv2D, Dense)
"""

STACK = [
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, activation="relu"),
    layers.Conv2D(64, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
]


def build_deeper():
    model = keras.Sequential([layers.Input((28, 28, 1)), *STACK])
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
