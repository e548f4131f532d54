"""Positions are counted anew in each class.

loses: 4
told: several times in the training part
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in np.unique(labels):
        positions = rng.permutation(np.sum(labels == digit))
        held_out = round(len(positions) * fraction)
        validation.append(positions[:held_out])
        train.append(positions[held_out:])
    return np.concatenate(train), np.concatenate(validation)
