"""A DataFrame with every class."""

import pandas as pd


def confusion_matrix(labels, predictions, num_classes=10):
    classes = range(num_classes)
    return (
        pd.crosstab(labels, predictions)
        .reindex(index=classes, columns=classes, fill_value=0)
        .astype("int32")
    )
