"""The row sums of a confusion matrix."""

from sklearn.metrics import confusion_matrix


def class_counts(labels, num_classes=10):
    return confusion_matrix(labels, labels, labels=range(num_classes)).diagonal()
