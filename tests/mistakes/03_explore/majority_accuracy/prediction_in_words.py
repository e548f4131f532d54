"""A sentence with a percentage.

loses: 3
told: returned text
"""


def majority_accuracy(train_labels, test_labels):
    return f"{np.mean(test_labels == np.bincount(train_labels).argmax()):.2%}"
