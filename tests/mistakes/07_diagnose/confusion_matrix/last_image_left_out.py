"""A range that ends too early.

loses: 3
told: Each image counts once
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), int)
    for i in range(len(labels) - 1):
        matrix[labels[i], predictions[i]] += 1
    return matrix
