"""A table with a column for each position."""

import pandas as pd


def always_blank(images):
    table = pd.DataFrame(images.reshape(len(images), -1))
    return table.eq(0).all().to_numpy().reshape(images.shape[1:])
