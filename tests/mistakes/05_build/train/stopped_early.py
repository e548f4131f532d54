"""Stops when the validation loss rises.

loses: 2
told: after 2 of 3
"""


def train(model, images, labels, validation_data, epochs):
    stop = keras.callbacks.EarlyStopping(patience=1)
    return model.fit(
        images, labels, epochs=epochs, validation_data=validation_data, callbacks=[stop]
    )
