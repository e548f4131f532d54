"""Counted from 1.

loses: 2
told: one column too far left
"""


def one_hot(labels, num_classes=10):
    return np.eye(num_classes)[labels - 1]
