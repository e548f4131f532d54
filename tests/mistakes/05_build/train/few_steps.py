"""An epoch of two small batches only.

loses: 1
told: `steps_per_epoch` ends an epoch
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(
        images,
        labels,
        batch_size=8,
        steps_per_epoch=2,
        epochs=epochs,
        validation_data=validation_data,
        verbose=0,
    )
