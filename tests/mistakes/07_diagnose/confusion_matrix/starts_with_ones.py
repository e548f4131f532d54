"""np.ones in place of np.zeros.

loses: 3
told: does not start with zeros
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.ones((num_classes, num_classes), int)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix
