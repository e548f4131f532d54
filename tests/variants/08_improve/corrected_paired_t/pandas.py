"""A data frame with a row for each fold, and a pair of NumPy numbers."""

import pandas as pd


class NotComparable(ValueError):
    """The rows are not from the same folds."""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    try:
        frame = pd.DataFrame({"a": list(scores_a), "b": list(scores_b)})
    except ValueError as error:
        raise NotComparable("not as many scores") from error
    if len(frame) <= 1:
        raise NotComparable("too few folds")
    difference = frame["a"] - frame["b"]
    if (difference == 0).all():
        return np.float64(0), np.float64(1)
    standard_error = difference.std() * (1 / len(frame) + n_test / n_train) ** 0.5
    t = difference.mean() / standard_error
    lower, upper = stats.t.cdf([-abs(t), abs(t)], df=len(frame) - 1)
    return t, lower + (1 - upper)
