"""The ratio as the exponential of a difference of logarithms; that of 0 is minus infinity."""


def imbalance_ratio(counts):
    with np.errstate(divide="ignore"):
        logs = np.log(counts)
    return np.exp(logs.max() - logs.min())
