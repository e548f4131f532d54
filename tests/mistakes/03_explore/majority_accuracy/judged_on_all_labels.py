"""Judged on both sets.

loses: 3
told: training and test labels together
"""


def majority_accuracy(train_labels, test_labels):
    digit = np.bincount(train_labels).argmax()
    return np.mean(np.concatenate([train_labels, test_labels]) == digit)
