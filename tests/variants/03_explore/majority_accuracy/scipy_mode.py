"""SciPy's mode."""

from scipy import stats


def majority_accuracy(train_labels, test_labels):
    return np.mean(test_labels == stats.mode(train_labels).mode)
