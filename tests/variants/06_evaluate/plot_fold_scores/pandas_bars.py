"""pandas draws."""

import pandas as pd


def plot_fold_scores(scores):
    column = pd.Series(list(scores), index=range(1, len(scores) + 1))
    return column.plot.bar(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
