"""Both results of np.unique.

loses: 3
told: the labels that occur, and their counts
"""


def class_counts(labels, num_classes=10):
    return np.unique(labels, return_counts=True)
