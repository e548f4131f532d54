"""Counts of each value, with Python's own arithmetic."""

from collections import Counter


def standardize(train_images, *others):
    counts = Counter(train_images.ravel().tolist())
    n = sum(counts.values())
    mean = sum(value * count for value, count in counts.items()) / n
    variance = sum((value - mean) ** 2 * count for value, count in counts.items()) / n
    deviation = variance**0.5 or 1
    return tuple(
        np.array((images - mean) / deviation, dtype="float32") for images in (train_images, *others)
    )
