"""Saves a clone, which has weights of its own.

loses: 2
told: its weights are others
"""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    copy.save(path)
