"""scikit-learn, told all classes."""

from sklearn import metrics


def confusion_matrix(labels, predictions, num_classes=10):
    return metrics.confusion_matrix(labels, predictions, labels=np.arange(num_classes))
