"""A pandas person: a table of folds and accuracies, drawn as a scatter plot."""

import pandas as pd


def plot_fold_scores(scores):
    table = pd.DataFrame({"fold": range(1, len(scores) + 1), "accuracy": scores})
    return table.plot.scatter(
        x="fold", y="accuracy", title="Accuracy by fold", xticks=table["fold"]
    )
