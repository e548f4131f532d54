"""Counted in the type of the labels.

loses: 1
told: start again at 0 after 255
"""


def class_counts(labels, num_classes=10):
    counts = np.zeros(num_classes, dtype=labels.dtype)
    for label in labels:
        counts[label] += 1
    return counts
