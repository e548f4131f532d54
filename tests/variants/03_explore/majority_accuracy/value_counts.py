"""A pandas person: value counts in the order of the digits, then the mean of a comparison."""

import pandas as pd


def majority_accuracy(train_labels, test_labels):
    ranking = pd.Series(train_labels).value_counts().sort_index()
    return pd.Series(test_labels).eq(ranking.idxmax()).mean()
