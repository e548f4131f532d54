"""The layers are made once, and every model is put together from them.

loses: 1
told: share layers (Conv2D, Dense)
"""

PLAN = [
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
]


def build_baseline():
    model = keras.Sequential([layers.Input((28, 28, 1)), *PLAN])
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
