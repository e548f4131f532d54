"""Nothing was encoded.

loses: 4
told: each label is still a single number
"""


def one_hot(labels, num_classes=10):
    return labels.astype("float32")
