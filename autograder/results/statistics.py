"""The arithmetic behind the published numbers; the reference solutions do what they have."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.results.references import reference


def holm(p_values: Sequence[float]) -> list[float]:
    """Adjust p-values of several comparisons by Holm's step-down method (S. Holm, 1979).

    The smallest of m values is multiplied by m, the next by m - 1, and so on; none becomes smaller
    than one before it, and none larger than 1. Whoever calls "better" what is below 0.05 then errs
    in at most 5% of all such families of comparisons.

    Args:
        p_values: m of them, in any order.

    Returns:
        The adjusted values in the same order.
    """
    adjusted = [0.0] * len(p_values)
    largest = 0.0
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = largest
    return adjusted


def spread(scores: Sequence[float]) -> dict[str, Any]:
    """Return scores with their mean, standard deviation (ddof 1) and standard error."""
    summary = reference("06_evaluate.summarize_scores")(scores)
    return {"scores": list(scores)} | {
        name: summary[name] for name in ("mean", "std", "standard_error")
    }


def compared(
    scores: Sequence[float], with_scores: Sequence[float], n_train: int, n_test: int
) -> dict[str, float]:
    """Return mean difference, corrected t and p of scores on the same folds, and an interval.

    Args:
        scores: K of them.
        with_scores: those of the baseline, fold by fold.
        n_train: images that a fold learns from.
        n_test: images that it is scored on.

    Returns:
        ``difference`` (scores - with_scores), ``t``, ``p``, and ``low`` and ``high``, the 95%
        interval that goes with the corrected test.
    """
    from scipy import stats

    t, p = reference("08_improve.corrected_paired_t")(scores, with_scores, n_train, n_test)
    differences = np.asarray(scores) - np.asarray(with_scores)
    k = len(differences)
    error = np.sqrt(np.var(differences, ddof=1) * (1 / k + n_test / n_train))
    half = float(stats.t.ppf(0.975, k - 1) * error)
    difference = float(differences.mean())
    return {
        "difference": difference,
        "t": t,
        "p": p,
        "low": difference - half,
        "high": difference + half,
    }


def interval(correct: int, total: int) -> dict[str, float]:
    """Return an accuracy with Wilson's 95% interval."""
    low, high = reference("09_deepen.accuracy_interval")(correct, total)
    return {"accuracy": correct / total, "low": low, "high": high}


def confusion(label_counts: Sequence[int], mistakes: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the confusion matrix, rows true, from class counts and mistakes.

    Args:
        label_counts: how many images of each of ten classes there are.
        mistakes: one ``[index, label, prediction]`` for each wrong answer.
    """
    matrix = np.diag(np.asarray(label_counts, int))
    for _, label, prediction in mistakes:
        matrix[label, label] -= 1
        matrix[label, prediction] += 1
    return [[int(count) for count in row] for row in matrix]
