"""A sparse matrix, made dense. Written from the notebook alone."""

import numpy as np
from scipy.sparse import coo_array


def one_hot(labels, num_classes=10):
    n = len(labels)
    return coo_array((np.ones(n), (np.arange(n), labels)), shape=(n, num_classes)).toarray()
