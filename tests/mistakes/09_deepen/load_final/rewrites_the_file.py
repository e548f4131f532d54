"""Saves what it has loaded, uncompiled, over the file.

loses: 2
told: file was changed by loading
"""


def load_final(path):
    model = keras.saving.load_model(path)
    keras.Sequential([keras.Input((28, 28, 1)), *model.layers]).save(path)
    return model
