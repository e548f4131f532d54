"""As many columns as the batch needs.

loses: 2
told: the largest label set the width
"""


def one_hot(labels, num_classes=10):
    return np.eye(labels.max() + 1)[labels]
