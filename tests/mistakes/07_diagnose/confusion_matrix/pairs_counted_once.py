"""Adding at many places at once.

loses: 3
told: a pair that comes twice is counted once
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), int)
    matrix[labels, predictions] += 1
    return matrix
