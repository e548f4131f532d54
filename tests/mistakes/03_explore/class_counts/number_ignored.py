"""Always ten classes.

loses: 3
told: has no effect
"""


def class_counts(labels, num_classes=10):
    return np.array([np.sum(labels == digit) for digit in range(10)])
