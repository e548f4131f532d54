"""The digit itself.

loses: 3
told: It says 7. This is the digit that it names
"""


def majority_accuracy(train_labels, test_labels):
    return np.bincount(train_labels).argmax()
