"""The numbers of lesson 09, its quiz and its figures are computed again here."""

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from autograder.website import figures_09 as figures

LESSON = (Path(__file__).resolve().parents[2] / "site" / "lessons" / "09-deepen.md").read_text()


def conv(filters, window, channels):
    return filters * (window * window * channels + 1)


def dense(units, inputs):
    return units * (inputs + 1)


def network_a(filters=32, window=3):
    side = (28 - window + 1) // 2
    return conv(filters, window, 1) + dense(100, side * side * filters) + dense(10, 100)


def test_the_parameters_of_a_and_b_are_recomputed():
    added = conv(64, 3, 32) + conv(64, 3, 64)
    b = conv(32, 3, 1) + added + dense(100, 4 * 4 * 64) + dense(10, 100)
    for number in (
        f"{added:,} of its two further",
        f"{conv(64, 3, 32):,} + {conv(64, 3, 64):,}",
        f"{network_a():,} against {b:,}",
        f"reads {13 * 13 * 32:,} values, the other {4 * 4 * 64:,}",
        f"{conv(32, 3, 1)} → {conv(64, 3, 1)} |",
        f"{conv(32, 3, 1)} → {conv(32, 5, 1)} |",
        f"{network_a():,} → {network_a(filters=64):,}",
        f"{network_a():,} → {network_a(window=5):,}",
        f"{network_a():,} becomes {network_a(filters=64):,}",
    ):
        assert number in LESSON, number
    assert network_a() > 3 * b
    assert [sum(parts) for parts in figures.NETWORKS.values()] == [network_a(), b]


def test_the_receptive_fields_are_recomputed():
    b = figures.receptive_fields([(3, 1), (2, 2), (3, 1), (3, 1), (2, 2)])
    assert b == [3, 4, 8, 12, 14]
    assert figures.receptive_fields([(3, 1)] * 3)[-1] == 7


def test_the_published_comparison_is_recomputed():
    difference, plain = 99.062 - 98.677, 8.50
    assert difference == pytest.approx(0.385)
    corrected = plain * np.sqrt(0.2 / (0.2 + 12_000 / 48_000))
    assert f"{corrected:.2f}" == "5.67"
    assert f"beyond {stats.t.ppf(0.975, 4):.3f}\nhas" in LESSON


def test_the_intervals_are_recomputed():
    def wilson(correct, total):
        return stats.binomtest(correct, total).proportion_ci(method="wilson")

    of_test_set = wilson(9_909, 10_000)
    assert f"({of_test_set.low:.5f}, {of_test_set.high:.5f})" in LESSON
    assert f"all above {wilson(100, 100).low:.3f}" in LESSON
    assert f"From {wilson(50, 50).low:.2f} to 1.00" in LESSON
    counts = np.arange(92, 101)
    drawn, plain = figures.wilson(counts), figures.textbook(counts)
    for count, low, high in zip(counts, *drawn, strict=True):
        right = wilson(int(count), 100)
        assert (low, high) == pytest.approx((right.low, right.high))
    assert (plain[1] > 1).tolist() == [bool(97 <= count < 100) for count in counts]
    assert np.ptp(plain[:, -1]) == 0
