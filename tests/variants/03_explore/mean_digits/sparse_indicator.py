"""A sparse matrix says which image belongs to which digit; a product adds them up."""

from scipy import sparse


def mean_digits(images, labels):
    n = len(labels)
    belongs = sparse.csr_array((np.ones(n), (labels, np.arange(n))), shape=(10, n))
    sums = belongs @ images.reshape(n, -1).astype(np.float64)
    with np.errstate(invalid="ignore"):
        means = sums / belongs.sum(axis=1).reshape(-1, 1)
    return means.reshape(10, 28, 28)
