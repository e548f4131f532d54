"""np.add.at, in float64."""


def class_counts(labels, num_classes=10):
    counts = np.zeros(num_classes)
    np.add.at(counts, labels, 1)
    return counts
