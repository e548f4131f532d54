"""Calls the model as if it were being trained: dropout is on.

loses: 4
told: as if it were in training
"""


def predict_digits(model, images):
    return np.argmax(model(images, training=True), axis=1)
