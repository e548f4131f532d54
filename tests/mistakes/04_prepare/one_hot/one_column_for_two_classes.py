"""scikit-learn's `label_binarize` gives two classes a single column.

loses: 1
told: two classes share one column
"""

from sklearn.preprocessing import label_binarize


def one_hot(labels, num_classes=10):
    return label_binarize(labels, classes=np.arange(num_classes))
