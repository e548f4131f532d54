"""The labels as a column.

loses: 4
told: these are the labels, in a column
"""


def one_hot(labels, num_classes=10):
    return labels.reshape(-1, 1)
