"""One epoch, Keras's default.

loses: 2
told: a single epoch
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, validation_data=validation_data)
