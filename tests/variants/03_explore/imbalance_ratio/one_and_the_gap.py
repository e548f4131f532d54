"""One, and the gap between the ends measured in smallest classes."""


def imbalance_ratio(counts):
    counts = np.array(counts, dtype="float64")
    if not counts.all():
        return np.inf
    return 1 + np.ptp(counts) / np.amin(counts)
