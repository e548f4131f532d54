"""Trains on the first batch of each epoch only.

loses: 1
told: of the 48 images
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images[:32], labels[:32], epochs=epochs, validation_data=validation_data)
