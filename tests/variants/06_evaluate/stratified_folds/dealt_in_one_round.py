"""Terse: positions ordered by class, by chance within a class, are dealt like cards in one round."""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k must be at least 2")
    chance = np.random.default_rng(seed).random(len(labels))
    order = np.lexsort((chance, labels))
    return [(np.sort(np.delete(order, np.s_[i::k])), np.sort(order[i::k])) for i in range(k)]
