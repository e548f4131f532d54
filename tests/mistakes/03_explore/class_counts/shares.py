"""Shares of all labels.

loses: 2
told: shares of all labels
"""


def class_counts(labels, num_classes=10):
    return np.bincount(labels, minlength=num_classes) / len(labels)
