"""`choice` draws with replacement unless it is told otherwise.

loses: 4
told: several times in the validation part
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    validation = []
    for digit in np.unique(labels):
        positions = np.flatnonzero(labels == digit)
        validation.extend(rng.choice(positions, round(len(positions) * fraction)))
    return np.setdiff1d(np.arange(len(labels)), validation), np.array(validation)
