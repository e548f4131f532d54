"""Uses the notebook's variables instead of the arguments.

loses: 1
told: `train_images`
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(
        prepare(train_images), train_labels, epochs=epochs, validation_data=validation_data
    )
