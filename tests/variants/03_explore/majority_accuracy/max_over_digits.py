"""Terse: max over the ten digits keeps the first of several equals."""


def majority_accuracy(train_labels, test_labels):
    favorite = max(range(10), key=list(train_labels).count)
    return list(test_labels).count(favorite) / len(test_labels)
