"""Lists and their own counting."""


def majority_accuracy(train_labels, test_labels):
    train, test = train_labels.tolist(), test_labels.tolist()
    digit = max(range(10), key=train.count)
    return test.count(digit) / len(test)
