"""A pandas person: mean, std and sem are aggregated by name, and the last is renamed."""

import pandas as pd


def summarize_scores(scores):
    column = pd.Series(scores, dtype="float64")
    return column.agg(["mean", "std", "sem"]).rename({"sem": "standard_error"}).to_dict()
