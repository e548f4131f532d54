"""As percentages.

loses: 3
told: These are percentages
"""


def per_class_recall(matrix):
    return 100 * np.diag(matrix) / matrix.sum(axis=1)
