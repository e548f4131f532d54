"""argmax over axis 0: for each digit the image that looks most like it.

loses: 4
told: axis 0
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images, verbose=0), axis=0)
