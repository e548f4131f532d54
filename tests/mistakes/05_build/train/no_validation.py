"""Leaves the validation data lying.

loses: 1
told: without validation
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs)
