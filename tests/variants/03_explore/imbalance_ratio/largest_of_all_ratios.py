"""The largest of all pairs of classes."""


def imbalance_ratio(counts):
    with np.errstate(all="ignore"):
        return np.nanmax(counts[:, None] / counts[None, :])
