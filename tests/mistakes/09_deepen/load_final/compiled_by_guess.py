"""Loads without compiling, and compiles as this notebook does.

loses: 2
told: otherwise than the saved one was
"""


def load_final(path):
    model = keras.saving.load_model(path, compile=False)
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
