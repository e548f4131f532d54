"""Both results of np.histogram.

loses: 3
told: counts and edges from a histogram
"""


def class_counts(labels, num_classes=10):
    return np.histogram(labels, bins=num_classes, range=(0, num_classes))
