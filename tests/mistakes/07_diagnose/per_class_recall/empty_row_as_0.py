"""A class without images gets 0.

loses: 2
told: A class without images got 0.
"""


def per_class_recall(matrix):
    return np.diag(matrix) / np.maximum(matrix.sum(axis=1), 1)
