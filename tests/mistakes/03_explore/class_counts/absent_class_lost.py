"""Only the classes that occur are counted.

loses: 3
told: only the classes that occur have a place
"""


def class_counts(labels, num_classes=10):
    return np.unique(labels, return_counts=True)[1]
