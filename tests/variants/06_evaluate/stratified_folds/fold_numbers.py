"""Writes a fold number beside each label first; the pairs are read off by comparison."""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError(f"k is {k}, and must be 2 or more")
    labels = np.asarray(labels)
    generator = np.random.Generator(np.random.PCG64(seed))
    fold_of = np.empty(labels.size, dtype=int)
    for value in set(labels.tolist()):
        mine = labels == value
        numbers = (np.arange(mine.sum()) + generator.integers(k)) % k
        fold_of[mine] = generator.permutation(numbers)
    return [(np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in range(k)]
