"""In percent.

loses: 3
told: in percent
"""


def majority_accuracy(train_labels, test_labels):
    return 100 * np.mean(test_labels == np.bincount(train_labels).argmax())
