"""A slice where the row numbers belong.

loses: 3
told: the labels of other rows have left theirs
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((len(labels), num_classes))
    encoded[:, labels] = 1
    return encoded
