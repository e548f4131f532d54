"""Shuffles images and labels separately.

loses: 1
told: no longer belong
"""


def train(model, images, labels, validation_data, epochs):
    images, labels = images[np.random.permutation(len(images))], np.random.permutation(labels)
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data)
