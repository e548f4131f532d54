"""A two-dimensional histogram with an edge halfway between the classes; its counts are floats."""


def confusion_matrix(labels, predictions, num_classes=10):
    edges = np.arange(num_classes + 1) - 0.5
    counts, _, _ = np.histogram2d(labels, predictions, bins=(edges, edges))
    return counts
