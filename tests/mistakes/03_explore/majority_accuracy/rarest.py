"""The rarest digit.

loses: 3
told: the rarest digit
"""


def majority_accuracy(train_labels, test_labels):
    digits, counts = np.unique(train_labels, return_counts=True)
    return np.mean(test_labels == digits[counts.argmin()])
