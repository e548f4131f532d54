"""The mean label, rounded.

loses: 3
told: It says 0. In training the 7
"""


def majority_accuracy(train_labels, test_labels):
    return np.mean(test_labels == round(train_labels.mean()))
