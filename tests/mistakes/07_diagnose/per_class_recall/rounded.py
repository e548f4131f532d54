"""Two places only.

loses: 2
told: The shares are rounded
"""


def per_class_recall(matrix):
    return np.round(np.diag(matrix) / matrix.sum(axis=1), 2)
