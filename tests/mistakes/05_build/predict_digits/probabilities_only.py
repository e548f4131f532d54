"""Squares the numbers, which turns the order of negative scores around.

loses: 2
told: negative
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images, verbose=0) ** 2, axis=1)
