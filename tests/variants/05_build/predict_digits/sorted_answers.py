"""Sorts the classes by their numbers and takes the last."""


def predict_digits(model, images):
    return np.argsort(model.predict_on_batch(images), axis=1)[:, -1]
