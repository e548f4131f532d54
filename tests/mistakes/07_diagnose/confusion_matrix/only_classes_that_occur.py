"""scikit-learn's default size.

loses: 2
told: Else row 3 need not be the digit 3
"""

from sklearn import metrics


def confusion_matrix(labels, predictions, num_classes=10):
    return metrics.confusion_matrix(labels, predictions)
