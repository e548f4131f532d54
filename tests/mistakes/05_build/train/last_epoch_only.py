"""Calls fit once for each epoch and returns the last History.

loses: 2
told: only the last
"""


def train(model, images, labels, validation_data, epochs):
    for _ in range(epochs):
        history = model.fit(images, labels, validation_data=validation_data, verbose=0)
    return history
