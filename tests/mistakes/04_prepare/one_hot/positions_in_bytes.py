"""Positions computed in the labels' own type, which wraps around at 256.

loses: 1
told: Some rows hold several ones and others none
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((len(labels), num_classes))
    positions = np.arange(len(labels)).astype(labels.dtype) * num_classes + labels
    encoded.ravel()[positions] = 1
    return encoded
