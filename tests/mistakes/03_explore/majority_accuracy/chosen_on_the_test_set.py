"""The most frequent test label.

loses: 3
told: was taken from the test labels
"""


def majority_accuracy(train_labels, test_labels):
    return np.bincount(test_labels).max() / len(test_labels)
