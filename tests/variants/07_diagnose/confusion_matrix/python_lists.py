"""Nested lists, counted in a loop."""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = [[0] * num_classes for _ in range(num_classes)]
    for label, prediction in zip(labels, predictions):
        matrix[label][prediction] += 1
    return matrix
