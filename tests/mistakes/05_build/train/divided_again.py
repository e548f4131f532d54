"""Divides prepared images by 255 once more.

loses: 2
told: divided by 255 once more
"""


def train(model, images, labels, validation_data, epochs):
    held_images, held_labels = validation_data
    return model.fit(
        images / 255, labels, epochs=epochs, validation_data=(held_images / 255, held_labels)
    )
