"""A dictionary of means.

loses: 4
told: a dictionary
"""


def mean_digits(images, labels):
    return {d: images[labels == d].mean(axis=0) for d in range(10)}
