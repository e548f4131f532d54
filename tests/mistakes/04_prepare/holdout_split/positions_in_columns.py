"""`argwhere` gives a column, not a flat row.

loses: 5
told: A flat row of them is expected
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in np.unique(labels):
        positions = rng.permutation(np.argwhere(labels == digit))
        held_out = round(len(positions) * fraction)
        validation.append(positions[:held_out])
        train.append(positions[held_out:])
    return np.concatenate(train), np.concatenate(validation)
