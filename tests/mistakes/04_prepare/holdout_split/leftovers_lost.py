"""Both shares are rounded down, so some images belong to neither.

loses: 2
told: positions are in neither part
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        held_out = int(len(positions) * fraction)
        rest = int(len(positions) * (1 - fraction))
        validation.extend(positions[:held_out])
        train.extend(positions[held_out : held_out + rest])
    return train, validation
