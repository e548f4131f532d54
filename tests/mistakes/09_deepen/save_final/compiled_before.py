"""Compiles the model that it is given before it saves it, to be sure.

loses: 2
told: was compiled anew on the way
"""


def save_final(model, path):
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.save(path)
