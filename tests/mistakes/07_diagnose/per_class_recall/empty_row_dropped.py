"""Classes without images are left out.

loses: 2
told: all that follow move up
"""


def per_class_recall(matrix):
    there = matrix.sum(axis=1) > 0
    return np.diag(matrix)[there] / matrix.sum(axis=1)[there]
