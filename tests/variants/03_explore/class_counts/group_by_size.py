"""A pandas person: groups are measured, and those that are missing get a 0."""

import pandas as pd


def class_counts(labels, num_classes=10):
    frame = pd.DataFrame({"label": labels})
    sizes = frame.groupby("label").size()
    return sizes.reindex(range(num_classes), fill_value=0).to_numpy()
