"""Loads without compiling and compiles by itself."""


def load_final(path):
    model = keras.saving.load_model(path, compile=False)
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
