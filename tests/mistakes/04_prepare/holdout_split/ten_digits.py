"""A loop over the digits 0 to 9: other classes are in neither part.

loses: 1
told: need not be ten
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in range(10):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        held_out = round(len(positions) * fraction)
        validation.append(positions[:held_out])
        train.append(positions[held_out:])
    return np.concatenate(train), np.concatenate(validation)
