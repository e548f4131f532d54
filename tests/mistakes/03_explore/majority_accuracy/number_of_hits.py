"""Hits, and no fraction.

loses: 3
told: number of hits
"""


def majority_accuracy(train_labels, test_labels):
    return np.sum(test_labels == np.bincount(train_labels).argmax())
