"""The diagonal stays empty.

loses: 3
told: The diagonal is empty
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), int)
    for label, prediction in zip(labels, predictions):
        if label != prediction:
            matrix[label, prediction] += 1
    return matrix
