"""argmax without an axis: one number for all images.

loses: 4
told: Without an axis
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images, verbose=0))
