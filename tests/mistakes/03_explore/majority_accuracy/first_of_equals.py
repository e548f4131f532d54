"""Of equal ones the first to come up.

loses: 2
told: the first of several
"""

from collections import Counter


def majority_accuracy(train_labels, test_labels):
    digit = Counter(train_labels.tolist()).most_common(1)[0][0]
    return np.mean(test_labels == digit)
