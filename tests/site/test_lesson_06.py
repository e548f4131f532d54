"""Lesson 06: its numbers are recomputed, and its figures show what their captions say."""

import re

import numpy as np
import pytest

from autograder.website import figures_06

from .test_lessons import LESSONS, option_values

EVALUATE = next(path for path in LESSONS if path.stem == "06-evaluate").read_text("utf-8")


def sampling_error(accuracy: float, digits: int) -> float:
    """Return the standard deviation of an accuracy on some digits, in percentage points."""
    return 100 * float(np.sqrt(accuracy * (1 - accuracy) / digits))


def test_the_sampling_errors_are_recomputed():
    for number in (
        f"n = 800 it is {sampling_error(0.95, 800):.2f} points",
        f"The draw alone gives {sampling_error(0.98677, 12_000):.3f} points",
    ):
        assert number in EVALUATE.replace("\n", " "), number
    assert sampling_error(0.99, 10_000) == pytest.approx(0.1, abs=0.005)


def test_the_spread_in_the_prediction_is_that_of_the_figure():
    one, five = (100 * reports.std() for reports in figures_06.reports())
    assert f"{one:.1f} points against {five:.2f} in the run below" in EVALUATE
    assert one / five == pytest.approx(np.sqrt(5), abs=0.1)


def test_each_fold_of_the_figure_holds_what_the_caption_says():
    fold_of = figures_06.dealt(figures_06.LABELS, 5)
    counts = [
        (int(np.sum(held == 1)), int(np.sum(held == 7)))
        for held in (figures_06.LABELS[fold_of == fold] for fold in range(5))
    ]
    assert sum(ones for ones, _ in counts) == 10
    assert {ones for ones, _ in counts} == {2}
    assert {sevens for _, sevens in counts} == {1, 2}
    assert sum(sevens for _, sevens in counts) == 6


def test_the_table_of_k_is_recomputed():
    n = 60_000
    for k in (3, 5, 10, n):
        row = f"| {k:,} | {n - n // k:,} | {n // k:,} | {k - 1:,} |"
        assert row in EVALUATE, row
    assert ", ".join(str(len(part)) for part in np.array_split(np.arange(23), 5)[:4]) in EVALUATE


def test_the_standard_error_in_the_quiz_is_recomputed():
    scores = [0.90, 0.94, 0.92, 0.96]
    deviation = np.std(scores, ddof=1)
    assert option_values("What is their standard error?") == {
        f"{deviation / 2:.4f}": True,
        f"{deviation:.4f}": False,
        f"{np.std(scores) / 2:.4f}": False,
        f"{deviation / 4:.4f}": False,
    }
    assert np.mean([0.97, 0.98, 0.97, 0.98, 0.99]) == pytest.approx(0.978)


def test_dividing_by_k_makes_the_spread_of_five_folds_a_tenth_too_small():
    assert 1 - np.sqrt(4 / 5) == pytest.approx(0.1, abs=0.01)
    assert len(re.findall("a tenth", EVALUATE)) >= 2


def test_two_of_five_folds_share_three_quarters_of_what_they_learn_from():
    folds = [set(range(20)) - set(range(start, 20, 5)) for start in range(5)]
    assert len(folds[0] & folds[1]) / len(folds[0]) == 3 / 4
