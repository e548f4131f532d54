"""`nan_to_num` makes a finite number of infinity.

loses: 2
told: finite all the same
"""


def imbalance_ratio(counts):
    with np.errstate(divide="ignore"):
        return float(np.nan_to_num(np.divide(np.max(counts), np.min(counts))))
