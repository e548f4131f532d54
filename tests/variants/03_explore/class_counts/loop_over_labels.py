"""Counted one by one in a plain list."""


def class_counts(labels, num_classes=10):
    counts = [0] * num_classes
    for label in labels:
        counts[label] += 1
    return counts
