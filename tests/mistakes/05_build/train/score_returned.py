"""Returns the last accuracy.

loses: 2
told: float
"""


def train(model, images, labels, validation_data, epochs):
    history = model.fit(images, labels, epochs=epochs, validation_data=validation_data)
    return history.history["val_accuracy"][-1]
