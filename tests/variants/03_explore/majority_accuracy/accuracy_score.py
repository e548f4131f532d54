"""scikit-learn's score on a list of predictions."""

from sklearn.metrics import accuracy_score


def majority_accuracy(train_labels, test_labels):
    digit = np.argmax([np.sum(train_labels == d) for d in range(10)])
    return accuracy_score(test_labels, [digit] * len(test_labels))
