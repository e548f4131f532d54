"""Encoded, then encoded again.

loses: 4
told: it was encoded twice
"""


def one_hot(labels, num_classes=10):
    once = np.eye(num_classes)[labels]
    return np.eye(num_classes)[once.astype(int)]
