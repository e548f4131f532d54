"""Divides prepared images by 255 once more.

loses: 4
told: divided by 255 once more
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images / 255, verbose=0), axis=1)
