"""scikit-learn's encoder gives a sparse matrix unless it is told otherwise.

loses: 4
told: an object of the type csr
"""

from sklearn.preprocessing import OneHotEncoder


def one_hot(labels, num_classes=10):
    encoder = OneHotEncoder(categories=[np.arange(num_classes)])
    return encoder.fit_transform(labels.reshape(-1, 1))
