"""A pandas table, grouped."""

import pandas as pd


def mean_digits(images, labels):
    table = pd.DataFrame(images.reshape(len(images), -1).astype("float64"))
    means = table.groupby(np.asarray(labels)).mean().reindex(range(10))
    return means.to_numpy().reshape(10, 28, 28)
