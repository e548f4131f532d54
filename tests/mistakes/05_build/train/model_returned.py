"""Returns the model.

loses: 2
told: returned the model
"""


def train(model, images, labels, validation_data, epochs):
    model.fit(images, labels, epochs=epochs, validation_data=validation_data)
    return model
