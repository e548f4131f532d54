"""Takes the counts for labels.

loses: 3
told: are there for each of the smallest
"""


def imbalance_ratio(counts):
    found = np.unique(counts, return_counts=True)[1]
    return np.inf if counts.min() == 0 else found.max() / found.min()
