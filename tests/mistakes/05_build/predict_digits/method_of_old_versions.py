"""Calls a method that Keras had once.

loses: 4
told: Old versions of Keras had that
"""


def predict_digits(model, images):
    return model.predict_classes(images)
