"""Divided by the number of all images.

loses: 3
told: divided by the number of all images
"""


def per_class_recall(matrix):
    return np.diag(matrix) / matrix.sum()
