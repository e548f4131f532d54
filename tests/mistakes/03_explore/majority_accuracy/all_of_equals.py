"""Of equal ones all at once.

loses: 2
told: named at once
"""


def majority_accuracy(train_labels, test_labels):
    counts = np.bincount(train_labels, minlength=10)
    return np.isin(test_labels, np.flatnonzero(counts == counts.max())).mean()
