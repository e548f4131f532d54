"""Sums of columns.

loses: 3
told: This is precision
"""


def per_class_recall(matrix):
    return np.diag(matrix) / matrix.sum(axis=0)
