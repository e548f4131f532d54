"""The arithmetic of comparisons, on numbers that were worked out by hand."""

import numpy as np
import pytest

from autograder.results.statistics import compared, confusion, holm, interval, spread


def test_holm_of_four_values_worked_out_by_hand():
    # 0.005 × 4 = 0.02; 0.01 × 3 = 0.03; 0.03 × 2 = 0.06; 0.04 × 1 = 0.04, but not below 0.06.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_holm_never_exceeds_one_and_leaves_a_single_value():
    assert holm([0.5, 0.9, 0.6]) == [1, 1, 1]
    assert holm([0.2]) == [0.2]
    assert holm([]) == []


def test_a_comparison_of_three_folds_worked_out_by_hand():
    # Differences 0.02, 0.01, 0.03: mean 0.02, s = 0.01, error = 0.01 √(1/3 + 1/2) = 0.0091287.
    found = compared([0.92, 0.93, 0.94], [0.90, 0.92, 0.91], n_train=200, n_test=100)
    assert found["difference"] == pytest.approx(0.02)
    assert found["t"] == pytest.approx(0.02 / 0.0091287, rel=1e-5)
    assert found["p"] == pytest.approx(0.1598, abs=1e-4)
    # Student's 97.5% point with two degrees of freedom is 4.30265.
    assert found["high"] - 0.02 == pytest.approx(4.30265 * 0.0091287, rel=1e-5)
    assert found["low"] + found["high"] == pytest.approx(0.04)


def test_an_interval_without_zero_goes_with_a_p_below_five_percent():
    rng = np.random.default_rng(0)
    for _ in range(50):
        a, b = rng.normal(0.9, 0.01, (2, 5))
        found = compared(list(a), list(b), 48_000, 12_000)
        assert (found["low"] > 0 or found["high"] < 0) == (found["p"] < 0.05)


def test_equal_scores_show_no_difference():
    found = compared([0.9, 0.8], [0.9, 0.8], 10, 5)
    assert found == {"difference": 0, "t": 0, "p": 1, "low": 0, "high": 0}


def test_a_spread_is_that_of_a_sample():
    found = spread([0.9, 0.94])
    assert found["mean"] == pytest.approx(0.92)
    assert found["std"] == pytest.approx(0.04 / np.sqrt(2))
    assert found["standard_error"] == pytest.approx(0.02)


def test_the_interval_is_the_one_of_section_09():
    assert interval(9_909, 10_000) == pytest.approx(
        {"accuracy": 0.9909, "low": 0.98884, "high": 0.99258}, abs=5e-6
    )


def test_a_confusion_matrix_is_rebuilt_from_counts_and_mistakes():
    matrix = np.array(confusion([3, 2, *[0] * 8], [[0, 0, 1], [4, 1, 9]]))
    assert matrix[0, :2].tolist() == [2, 1]
    assert (matrix[1, 1], matrix[1, 9]) == (1, 1)
    assert matrix.sum() == 5
