"""SciPy's sparse matrices add up what is given twice."""

from scipy.sparse import coo_matrix


def confusion_matrix(labels, predictions, num_classes=10):
    ones = np.ones(len(labels), dtype=np.int64)
    where = (np.asarray(labels, np.int64), np.asarray(predictions, np.int64))
    return coo_matrix((ones, where), shape=(num_classes, num_classes)).toarray()
