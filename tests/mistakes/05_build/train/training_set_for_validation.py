"""Measures on the images that it has just learned from.

loses: 1
told: it has just learned from
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs, validation_data=(images, labels))
