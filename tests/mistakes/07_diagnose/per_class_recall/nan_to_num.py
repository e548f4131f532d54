"""NaN removed at the end, as 1 for none missed.

loses: 2
told: A class without images got 1.
"""


def per_class_recall(matrix):
    return np.nan_to_num(np.diag(matrix) / matrix.sum(axis=1), nan=1.0)
