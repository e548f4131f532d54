"""A Counter, in whatever order the labels come.

loses: 3
told: a dictionary
"""

from collections import Counter


def class_counts(labels, num_classes=10):
    return Counter(labels.tolist())
