"""The older place of the same function, with the path as text."""


def load_final(path):
    return keras.models.load_model(str(path), custom_objects=None, safe_mode=True)
