"""The share of the digit in training.

loses: 3
told: among the training labels
"""


def majority_accuracy(train_labels, test_labels):
    return np.bincount(train_labels).max() / len(train_labels)
