"""Computed and not returned.

loses: 5
told: returned nothing
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    train_images = (train_images - mean) / deviation
