"""Ten rows of 784 pixels.

loses: 4
told: rows of pixels were joined
"""

import pandas as pd


def mean_digits(images, labels):
    table = pd.DataFrame(images.reshape(len(images), -1))
    return table.groupby(labels).mean().reindex(range(10))
