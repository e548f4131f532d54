"""One long row.

loses: 4
told: the rows hang together
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros(len(labels) * num_classes)
    encoded[np.arange(len(labels)) * num_classes + labels] = 1
    return encoded
