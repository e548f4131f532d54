"""The same with more patience, which a short training does not show.

loses: 1
told: after 6 of 8
"""


def train(model, images, labels, validation_data, epochs):
    stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=5)
    return model.fit(
        images, labels, epochs=epochs, validation_data=validation_data, callbacks=[stop]
    )
