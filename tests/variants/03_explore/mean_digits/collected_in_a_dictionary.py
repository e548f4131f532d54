"""Images are collected in a dictionary of lists, then averaged one list at a time."""

from collections import defaultdict


def mean_digits(images, labels):
    collected = defaultdict(list)
    for image, label in zip(images, labels):
        collected[int(label)].append(image)
    nothing = np.full((28, 28), float("nan"))
    return [np.mean(collected[d], axis=0) if d in collected else nothing for d in range(10)]
