"""Predictions as rows.

loses: 3
told: Rows and columns have changed places
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), int)
    for label, prediction in zip(labels, predictions):
        matrix[prediction, label] += 1
    return matrix
