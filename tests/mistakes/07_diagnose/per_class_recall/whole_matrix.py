"""Every entry divided.

loses: 3
told: Recall takes the diagonal
"""


def per_class_recall(matrix):
    return matrix / matrix.sum(axis=1, keepdims=True)
