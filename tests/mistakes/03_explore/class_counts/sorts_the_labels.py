"""Sorted in place, then counted.

loses: 1
told: changed the labels
"""


def class_counts(labels, num_classes=10):
    labels.sort()
    return np.searchsorted(labels, np.arange(num_classes), side="right") - np.searchsorted(
        labels, np.arange(num_classes)
    )
