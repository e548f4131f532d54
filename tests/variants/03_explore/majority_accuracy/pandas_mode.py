"""pandas' mode and an average."""

import pandas as pd


def majority_accuracy(train_labels, test_labels):
    return pd.Series(test_labels).eq(pd.Series(train_labels).mode()[0]).mean()
