"""`count_nonzero` of the labels themselves: zeros are picked, and then not counted.

loses: 2
told: taken for False, or for nothing
"""


def class_counts(labels, num_classes=10):
    return [np.count_nonzero(labels[labels == c]) for c in range(num_classes)]
