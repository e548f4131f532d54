"""The label in place of the 1.

loses: 3
told: The label itself stands in its column
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((len(labels), num_classes))
    encoded[np.arange(len(labels)), labels] = labels
    return encoded
