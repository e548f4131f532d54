"""Draws from NumPy's shared generator, and puts it back as it was."""


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k must be at least 2")
    state = np.random.get_state()
    np.random.seed(seed)
    shuffled = np.random.permutation(len(labels))
    np.random.set_state(state)
    in_classes = shuffled[np.argsort(np.asarray(labels)[shuffled], kind="stable")]
    folds = [in_classes[i::k] for i in range(k)]
    return [(np.setdiff1d(in_classes, fold), fold) for fold in folds]
