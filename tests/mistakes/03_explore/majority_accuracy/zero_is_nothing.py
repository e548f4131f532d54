"""The digit 0 taken for nothing.

loses: 1
told: It says 0. In training the 0
"""


def majority_accuracy(train_labels, test_labels):
    digit = np.bincount(train_labels).argmax() or 1
    return np.mean(test_labels == digit)
