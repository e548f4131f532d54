"""The number of classes is not used.

loses: 2
told: the shape (10, 10). It should be
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((10, 10), int)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix
