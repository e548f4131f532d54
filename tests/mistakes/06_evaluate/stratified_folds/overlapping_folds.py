"""Each fold is drawn anew from all positions, so the folds overlap.

loses: 3
told: held out more than once
"""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least 2 folds")
    rng = np.random.default_rng(seed)
    everything = np.arange(len(labels))
    folds = []
    for _ in range(k):
        held_out = []
        for digit in np.unique(labels):
            positions = rng.permutation(np.flatnonzero(labels == digit))
            held_out.extend(positions[: len(positions) // k])
        folds.append((np.setdiff1d(everything, held_out), np.array(held_out)))
    return folds
