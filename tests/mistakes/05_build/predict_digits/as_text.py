"""The digits as text.

loses: 4
told: text
"""


def predict_digits(model, images):
    return [str(digit) for digit in np.argmax(model.predict(images, verbose=0), axis=1)]
