"""The diagonal as it is.

loses: 3
told: the counts of the diagonal
"""


def per_class_recall(matrix):
    return np.diag(matrix)
