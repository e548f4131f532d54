"""Shares of all examples, as an array of one number."""


def imbalance_ratio(counts):
    shares = counts / counts.sum()
    with np.errstate(divide="ignore"):
        return np.max(shares, keepdims=True) / np.min(shares)
