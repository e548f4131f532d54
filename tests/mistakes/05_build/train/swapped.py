"""Learns from the validation data and measures on the training data.

loses: 2
told: changed places
"""


def train(model, images, labels, validation_data, epochs):
    held_images, held_labels = validation_data
    return model.fit(held_images, held_labels, epochs=epochs, validation_data=(images, labels))
