"""np.unique with its values."""


def majority_accuracy(train_labels, test_labels):
    digits, counts = np.unique(train_labels, return_counts=True)
    return (test_labels == digits[counts.argmax()]).mean()
