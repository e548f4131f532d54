"""A sparse matrix with one row adds up what falls into the same column."""

from scipy.sparse import coo_matrix


def class_counts(labels, num_classes=10):
    n = len(labels)
    table = coo_matrix((np.ones(n, int), (np.zeros(n, int), labels)), shape=(1, num_classes))
    return table.toarray()[0]
