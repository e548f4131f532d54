"""The caller's labels become a column.

loses: 1
told: changed the labels that it was given
"""


def one_hot(labels, num_classes=10):
    labels.shape = (-1, 1)
    return (labels == np.arange(num_classes)).astype("float32")
