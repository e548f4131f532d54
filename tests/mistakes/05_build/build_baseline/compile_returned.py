"""Returns what compile returns, which is nothing.

loses: 6
told: None
"""


def build_baseline():
    model = keras.Sequential(
        [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, activation="softmax")]
    )
    return model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
