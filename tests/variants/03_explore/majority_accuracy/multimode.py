"""The smallest of Python's modes."""

import statistics


def majority_accuracy(train_labels, test_labels):
    digit = min(statistics.multimode(train_labels.tolist()))
    return sum(label == digit for label in test_labels) / len(test_labels)
