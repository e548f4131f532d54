"""The most frequent label of both sets.

loses: 3
told: The 4 was named, which is the most frequent in training and test together
"""


def majority_accuracy(train_labels, test_labels):
    everything = np.concatenate([train_labels, test_labels])
    return np.mean(test_labels == np.bincount(everything).argmax())
