"""Of equal ones the largest digit.

loses: 2
told: the largest of several
"""


def majority_accuracy(train_labels, test_labels):
    counts = np.bincount(train_labels, minlength=10)
    return np.mean(test_labels == 9 - counts[::-1].argmax())
