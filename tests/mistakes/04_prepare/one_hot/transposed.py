"""Classes in rows.

loses: 4
told: labels and classes are swapped
"""


def one_hot(labels, num_classes=10):
    return (np.arange(num_classes)[:, None] == labels).astype("float32")
