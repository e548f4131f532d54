"""One-hot rows that were never added up.

loses: 3
told: has a row of its own
"""


def class_counts(labels, num_classes=10):
    return np.eye(num_classes, dtype=int)[labels]
