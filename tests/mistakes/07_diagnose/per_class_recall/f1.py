"""The F1 score.

loses: 3
told: the F1 score
"""


def per_class_recall(matrix):
    return 2 * np.diag(matrix) / (matrix.sum(axis=0) + matrix.sum(axis=1))
