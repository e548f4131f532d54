"""Ranks within the class: all positions shuffled once, sorted by label, every rank compared."""


def holdout_split(labels, fraction, seed):
    shuffled = np.random.RandomState(seed).permutation(len(labels))
    order = shuffled[np.argsort(labels[shuffled], kind="stable")]
    sizes = np.bincount(labels)
    starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    rank = np.arange(len(labels)) - starts
    held_out = rank < np.floor(np.repeat(sizes, sizes) * fraction)
    return order[~held_out].astype("int32"), order[held_out].astype("int32")
