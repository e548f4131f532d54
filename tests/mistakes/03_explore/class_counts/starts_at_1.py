"""Classes are counted from 1.

loses: 2
told: one place too far left
"""


def class_counts(labels, num_classes=10):
    return [np.sum(labels == c) for c in range(1, num_classes + 1)]
