"""How often it is wrong.

loses: 3
told: how often it is wrong
"""


def majority_accuracy(train_labels, test_labels):
    return np.mean(test_labels != np.bincount(train_labels).argmax())
