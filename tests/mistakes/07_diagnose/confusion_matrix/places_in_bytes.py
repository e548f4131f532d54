"""Computes places in the flattened table with the labels' own bytes, which overflow.

loses: 1
told: are counted in the wrong row. The labels are bytes
"""


def confusion_matrix(labels, predictions, num_classes=10):
    flat = labels * num_classes + predictions
    return np.bincount(flat, minlength=num_classes**2)[: num_classes**2].reshape(
        num_classes, num_classes
    )
