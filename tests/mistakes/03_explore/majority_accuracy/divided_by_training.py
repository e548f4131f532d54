"""Divided by the number of training labels.

loses: 3
told: by the number of training labels
"""


def majority_accuracy(train_labels, test_labels):
    digit = np.bincount(train_labels).argmax()
    return np.sum(test_labels == digit) / len(train_labels)
