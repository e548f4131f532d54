"""Computed and not returned.

loses: 4
told: returned nothing
"""


def one_hot(labels, num_classes=10):
    encoded = np.eye(num_classes)[labels]
