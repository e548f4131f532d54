"""Floor division.

loses: 3
told: Only whole numbers came out
"""


def per_class_recall(matrix):
    return np.diag(matrix) // matrix.sum(axis=1)
