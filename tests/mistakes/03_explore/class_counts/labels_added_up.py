"""The labels of a class are added, not counted.

loses: 2
told: labels of each class were added up
"""


def class_counts(labels, num_classes=10):
    return [np.sum(labels[labels == c]) for c in range(num_classes)]
