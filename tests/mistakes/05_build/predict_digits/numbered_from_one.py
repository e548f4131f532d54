"""Digits counted from 1.

loses: 4
told: one too large
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images, verbose=0), axis=1) + 1
