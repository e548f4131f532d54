"""Takes the last fifth of the training images instead of the validation data.

loses: 2
told: validation_split
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs, validation_split=0.2)
