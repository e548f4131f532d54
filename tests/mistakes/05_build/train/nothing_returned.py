"""Trains and returns nothing.

loses: 2
told: None
"""


def train(model, images, labels, validation_data, epochs):
    model.fit(images, labels, epochs=epochs, validation_data=validation_data)
