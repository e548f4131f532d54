"""The position of the smallest number.

loses: 4
told: smallest
"""


def predict_digits(model, images):
    return np.argmin(model.predict(images, verbose=0), axis=1)
