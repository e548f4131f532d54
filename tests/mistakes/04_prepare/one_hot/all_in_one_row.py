"""One row that marks all labels.

loses: 4
told: all labels went into one row
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros(num_classes)
    encoded[labels] = 1
    return encoded
