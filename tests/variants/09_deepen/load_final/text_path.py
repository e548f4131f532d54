"""A beginner: the path as a text, and load_model with everything left as it is."""


def load_final(path):
    model = keras.models.load_model(str(path))
    return model
