"""Sorted to find the longest run.

loses: 1
told: changed labels
"""


def majority_accuracy(train_labels, test_labels):
    train_labels.sort()
    return np.mean(test_labels == np.bincount(train_labels).argmax())
