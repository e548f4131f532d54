"""A product of one-hot tables, as floats."""


def confusion_matrix(labels, predictions, num_classes=10):
    table = np.eye(num_classes, dtype="float32")
    return table[labels].T @ table[predictions]
