"""Trains on the validation data as well.

loses: 1
told: learns from the validation
"""


def train(model, images, labels, validation_data, epochs):
    held_images, held_labels = validation_data
    return model.fit(
        np.concatenate([images, held_images]),
        np.concatenate([labels, held_labels]),
        epochs=epochs,
        validation_data=validation_data,
    )
