"""Squeezing takes away the only axis when there is one image.

loses: 1
told: single number
"""


def predict_digits(model, images):
    return np.squeeze(np.argmax(model.predict(images, verbose=0), axis=1))
