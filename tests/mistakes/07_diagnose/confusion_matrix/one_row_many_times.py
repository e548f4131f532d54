"""A list of the same row.

loses: 3
told: All rows are alike
"""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = [[0] * num_classes] * num_classes
    for label, prediction in zip(labels, predictions):
        matrix[label][prediction] += 1
    return matrix
