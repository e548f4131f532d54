"""The matrix has the dtype of the labels: bytes count to 255 and begin again.

loses: 1
told: have begun again at 0: the table holds bytes
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), dtype=labels.dtype)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix
