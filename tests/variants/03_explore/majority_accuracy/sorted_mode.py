"""The statistics module, with sorted labels so that the smallest of equals is met first."""

import statistics


def majority_accuracy(train_labels, test_labels):
    guess = statistics.mode(sorted(train_labels.tolist()))
    return statistics.fmean(label == guess for label in test_labels.tolist())
