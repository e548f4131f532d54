"""One overall number.

loses: 3
told: It hides which classes are hard
"""


def per_class_recall(matrix):
    return np.trace(matrix) / matrix.sum()
