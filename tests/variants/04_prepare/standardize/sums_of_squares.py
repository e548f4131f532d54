"""Mean and deviation by hand, from sums in float64; the result stays float64."""

import math


def _mean_and_deviation(images):
    values = images.astype("float64").ravel()
    mean = values.sum() / values.size
    deviation = math.sqrt(((values - mean) ** 2).sum() / values.size)
    return mean, deviation if deviation > 0 else 1.0


def standardize(train_images, *others):
    mean, deviation = _mean_and_deviation(train_images)

    def apply(images):
        return (images - mean) / deviation

    return (apply(train_images), *map(apply, others))
