"""pandas divides by K − 1 by itself; a data frame with one row."""

import pandas as pd


def summarize_scores(scores):
    column = pd.Series(np.asarray(scores, "float64"))
    return pd.DataFrame(
        [{"mean": column.mean(), "std": column.std(), "standard_error": column.sem()}]
    )
