"""What was not found.

loses: 3
told: the share that was missed
"""


def per_class_recall(matrix):
    rows = matrix.sum(axis=1)
    return (rows - np.diag(matrix)) / rows
