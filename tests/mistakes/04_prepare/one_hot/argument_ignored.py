"""Always ten columns.

loses: 2
told: the argument `num_classes` has no effect
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((len(labels), max(10, labels.max() + 1)))
    encoded[np.arange(len(labels)), labels] = 1
    return encoded
