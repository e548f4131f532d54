"""bincount without the number of classes.

loses: 3
told: end with the largest label
"""


def class_counts(labels, num_classes=10):
    return np.bincount(labels)
