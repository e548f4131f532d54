"""A generator without end, and so many steps for each epoch. Written from the notebook alone."""

import math

import numpy as np


def train(model, images, labels, validation_data, epochs):
    size = 50
    steps = math.ceil(len(images) / size)

    def batches():
        while True:
            order = np.random.permutation(len(images))
            for k in range(steps):
                chosen = order[k * size : (k + 1) * size]
                yield images[chosen], labels[chosen]

    return model.fit(
        batches(),
        steps_per_epoch=steps,
        epochs=epochs,
        validation_data=tuple(validation_data),
        verbose=2,
    )
