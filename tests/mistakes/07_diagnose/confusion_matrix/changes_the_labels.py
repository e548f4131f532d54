"""Pairs are encoded into the caller's array.

loses: 1
told: The labels or the predictions were changed
"""


def confusion_matrix(labels, predictions, num_classes=10):
    predictions += (num_classes * labels).astype(predictions.dtype)
    counts = np.bincount(predictions, minlength=num_classes**2)
    return counts.reshape(num_classes, num_classes)
