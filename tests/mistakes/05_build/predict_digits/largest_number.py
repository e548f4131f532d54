"""The largest number instead of its position.

loses: 4
told: the largest number itself
"""


def predict_digits(model, images):
    return np.max(model.predict(images, verbose=0), axis=1)
