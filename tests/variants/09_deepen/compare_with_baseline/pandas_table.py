"""pandas for the differences; a table of one row is returned."""

import pandas as pd


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    table = pd.DataFrame({"baseline": list(baseline_scores), "deeper": list(deeper_scores)})
    difference = table["deeper"] - table["baseline"]
    t, p = 0.0, 1.0
    if (difference != 0).any():
        t = difference.mean() / (difference.var() * (1 / len(table) + n_test / n_train)) ** 0.5
        p = 2 * (1 - stats.t.cdf(abs(t), len(table) - 1))
    row = {"difference": difference.mean(), "t": t, "p": p, "better": p < 0.05 and t > 0}
    return pd.DataFrame([row])
