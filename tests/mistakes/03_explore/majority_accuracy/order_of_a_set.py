"""The largest count over a set: of equal ones, the order of the set decides, and 9 may precede 1.

loses: 1
told: In training the 1 is the most frequent
"""


def majority_accuracy(train_labels, test_labels):
    train = np.asarray(train_labels).tolist()
    digit = max(set(train), key=train.count)
    return np.mean(test_labels == digit)
