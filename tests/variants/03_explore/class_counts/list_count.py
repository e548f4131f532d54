"""Terse: a list of the labels counts each class by its own method."""


def class_counts(labels, num_classes=10):
    return list(map(list(labels).count, range(num_classes)))
