"""Shares of each row.

loses: 3
told: These are shares
"""

from sklearn import metrics


def confusion_matrix(labels, predictions, num_classes=10):
    return metrics.confusion_matrix(
        labels, predictions, labels=range(num_classes), normalize="true"
    )
