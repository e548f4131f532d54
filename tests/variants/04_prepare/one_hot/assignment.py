"""Ones written into zeros, as bytes."""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((labels.size, num_classes), dtype=np.uint8)
    encoded[np.arange(labels.size), labels] = 1
    return encoded
