"""The ends as quantiles 0 and 1; NumPy's floats divide by 0 with a warning, here silenced."""

import warnings


def imbalance_ratio(counts):
    low, high = np.quantile(counts, [0, 1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return high / low
