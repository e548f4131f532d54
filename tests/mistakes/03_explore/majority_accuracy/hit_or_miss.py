"""One answer for each test label.

loses: 3
told: for each test label
"""


def majority_accuracy(train_labels, test_labels):
    return test_labels == np.bincount(train_labels).argmax()
