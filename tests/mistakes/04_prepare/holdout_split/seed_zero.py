"""`seed or None`: 0 counts as no seed.

loses: 1
told: the seed 0 cannot
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed or None)
    parts = [], []
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        cut = round(len(positions) * fraction)
        parts[0].extend(positions[cut:])
        parts[1].extend(positions[:cut])
    return parts
