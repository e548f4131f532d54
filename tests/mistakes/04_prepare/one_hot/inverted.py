"""Ones everywhere, and a 0.

loses: 3
told: holds the only 0
"""


def one_hot(labels, num_classes=10):
    return 1 - np.eye(num_classes)[labels]
