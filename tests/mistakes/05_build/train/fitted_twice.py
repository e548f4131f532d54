"""Calls fit twice: once for the training, once for its result.

loses: 2
told: trained twice
"""


def train(model, images, labels, validation_data, epochs):
    model.fit(images, labels, epochs=epochs, validation_data=validation_data)
    history = model.fit(images, labels, epochs=epochs, validation_data=validation_data)
    return history
