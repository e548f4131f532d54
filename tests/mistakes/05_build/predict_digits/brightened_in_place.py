"""Sharpens the caller's own images.

loses: 1
told: were changed
"""


def predict_digits(model, images):
    images[images > 0.97] = 1
    return np.argmax(model.predict(images, verbose=0), axis=1)
