"""A column in place of a row.

loses: 3
told: One row is expected
"""


def per_class_recall(matrix):
    return np.diag(matrix)[:, np.newaxis] / matrix.sum(axis=1, keepdims=True)
