"""NumPy divides 0 by 0."""


def per_class_recall(matrix):
    return np.diag(matrix) / matrix.sum(axis=1)
