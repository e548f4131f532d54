"""One-hot labels for a loss that wants integers.

loses: 1
told: hands it one-hot
"""


def train(model, images, labels, validation_data, epochs):
    held_images, held_labels = validation_data
    return model.fit(
        images,
        keras.utils.to_categorical(labels, 10),
        epochs=epochs,
        validation_data=(held_images, keras.utils.to_categorical(held_labels, 10)),
    )
