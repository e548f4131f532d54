"""scikit-learn's StratifiedShuffleSplit."""

from sklearn.model_selection import StratifiedShuffleSplit


def holdout_split(labels, fraction, seed):
    splitter = StratifiedShuffleSplit(n_splits=1, test_size=fraction, random_state=seed)
    return next(splitter.split(np.zeros(len(labels)), labels))
