"""NumPy's unbuffered addition, into 32-bit counts."""


def confusion_matrix(labels, predictions, num_classes=10):
    counts = np.zeros((num_classes, num_classes), np.int32)
    np.add.at(counts, (labels, predictions), 1)
    return counts
