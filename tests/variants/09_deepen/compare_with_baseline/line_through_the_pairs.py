"""As a statistician writes it: pandas for the differences, a fixed column of ones, and its standard error."""

import pandas as pd
from scipy.special import stdtr


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    folds = pd.DataFrame({"baseline": list(baseline_scores), "deeper": list(deeper_scores)})
    gains = folds.diff(axis="columns")["deeper"]
    verdict = pd.Series({"difference": gains.mean(), "t": 0.0, "p": 1.0}, dtype=float)
    if gains.abs().max() > 0:
        inflation = len(gains) * (1 / len(gains) + n_test / n_train)
        verdict["t"] = verdict["difference"] / (gains.sem() * inflation**0.5)
        verdict["p"] = 2 * stdtr(len(gains) - 1, -abs(verdict["t"]))
    return {**verdict.to_dict(), "better": bool(verdict["p"] < 0.05 and verdict["difference"] > 0)}
