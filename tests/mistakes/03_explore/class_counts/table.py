"""A data frame with the class beside each count.

loses: 3
told: each count comes with its class
"""

import pandas as pd


def class_counts(labels, num_classes=10):
    return pd.DataFrame(
        {"digit": range(num_classes), "count": np.bincount(labels, minlength=num_classes)}
    )
