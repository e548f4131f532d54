"""Both parts are drawn from all positions.

loses: 3
told: positions are in both parts
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in np.unique(labels):
        positions = np.flatnonzero(labels == digit)
        held_out = round(len(positions) * fraction)
        validation.extend(rng.choice(positions, held_out, replace=False))
        train.extend(rng.choice(positions, len(positions) - held_out, replace=False))
    return train, validation
