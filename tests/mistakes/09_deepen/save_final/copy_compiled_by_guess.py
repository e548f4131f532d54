"""Saves a copy without the optimizer's state, compiled as this notebook does.

loses: 2
told: otherwise than the one that was to be saved: it has another optimizer
"""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    copy.save(path)
