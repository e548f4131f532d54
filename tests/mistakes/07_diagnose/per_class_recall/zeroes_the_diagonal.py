"""Finds the missed ones by removing the others from the caller's matrix.

loses: 1
told: The matrix was changed
"""


def per_class_recall(matrix):
    rows = matrix.sum(axis=1)
    np.fill_diagonal(matrix, 0)
    return 1 - matrix.sum(axis=1) / rows
