"""Some of the certainty is spread over the other classes.

loses: 3
told: A one-hot row has 0 everywhere
"""


def one_hot(labels, num_classes=10):
    return np.eye(num_classes)[labels] * 0.9 + 0.1 / num_classes
