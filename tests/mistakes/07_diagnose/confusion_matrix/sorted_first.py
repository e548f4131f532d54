"""Both sorted before they are paired.

loses: 3
told: some stand in the wrong place
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), int)
    for label, prediction in zip(np.sort(labels), np.sort(predictions)):
        matrix[label, prediction] += 1
    return matrix
