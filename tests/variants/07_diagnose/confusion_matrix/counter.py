"""Counts pairs with a Counter, then reads it out into an array."""

from collections import Counter


def confusion_matrix(labels, predictions, num_classes=10):
    pairs = Counter(zip(np.ravel(labels).tolist(), np.ravel(predictions).tolist(), strict=True))
    return np.array([[pairs[i, j] for j in range(num_classes)] for i in range(num_classes)])
