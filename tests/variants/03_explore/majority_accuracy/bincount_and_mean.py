"""NumPy: the first of the largest counts, and the mean of a comparison."""


def majority_accuracy(train_labels, test_labels):
    favourite = np.bincount(train_labels).argmax()
    return (np.asarray(test_labels) == favourite).mean()
