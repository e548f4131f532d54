"""Always ten epochs.

loses: 2
told: for 10 epochs
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=10, validation_data=validation_data)
