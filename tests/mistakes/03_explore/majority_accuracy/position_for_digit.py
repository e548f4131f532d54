"""A position among the digits that occur.

loses: 2
told: The 2 was named: a position in the list
"""


def majority_accuracy(train_labels, test_labels):
    digit = np.unique(train_labels, return_counts=True)[1].argmax()
    return np.mean(test_labels == digit)
