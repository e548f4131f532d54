"""Returns the dictionary inside the History.

loses: 2
told: dictionary inside
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data).history
