"""Sorts the caller's labels in order to find the classes.

loses: 1
told: changed the labels that it was given
"""


def holdout_split(labels, fraction, seed):
    rng = np.random.default_rng(seed)
    positions = np.argsort(labels, kind="stable")
    labels.sort()
    train, validation = [], []
    for digit in np.unique(labels):
        chosen = rng.permutation(positions[labels == digit])
        held_out = round(len(chosen) * fraction)
        validation.extend(chosen[:held_out])
        train.extend(chosen[held_out:])
    return train, validation
