"""Returns the path.

loses: 2
told: returned an object of the type str
"""


def load_final(path):
    keras.saving.load_model(path)
    return path
