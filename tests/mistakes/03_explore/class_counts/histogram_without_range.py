"""The bins are spread from the smallest to the largest label.

loses: 2
told: spread from the smallest
"""


def class_counts(labels, num_classes=10):
    return np.histogram(labels, bins=num_classes)[0]
