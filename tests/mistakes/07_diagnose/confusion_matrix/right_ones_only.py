"""Nothing but the diagonal.

loses: 3
told: Only the diagonal is filled
"""


def confusion_matrix(labels, predictions, num_classes=10):
    right = labels[labels == predictions]
    return np.diag(np.bincount(right, minlength=num_classes))
