"""Older idiom: a RandomState shuffles each class, and array_split cuts it into k parts."""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("at least two folds are needed")
    rs = np.random.RandomState(seed)
    labels = np.array(labels)
    parts = [[] for _ in range(k)]
    for c in np.unique(labels):
        idx = np.where(labels == c)[0]
        rs.shuffle(idx)
        for part, piece in zip(parts, np.array_split(idx, k)):
            part.append(piece)
    folds = []
    for i in range(k):
        val = np.concatenate(parts[i])
        train = np.concatenate([p for j in range(k) if j != i for p in parts[j]])
        folds.append((train, val))
    return folds
