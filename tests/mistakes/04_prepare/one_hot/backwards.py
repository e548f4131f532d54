"""The columns run from the largest class to the smallest.

loses: 2
told: The columns run backwards
"""


def one_hot(labels, num_classes=10):
    return np.eye(num_classes)[:, ::-1][labels]
