"""The numbers in the text of lesson 03, recomputed."""

import contextlib
import io
from pathlib import Path

import numpy as np
import pytest

from autograder.website import figures_03
from course import load_labels

TEXT = (Path(__file__).resolve().parents[2] / "site/lessons/03-explore.md").read_text("utf-8")


@pytest.fixture(scope="module")
def counts() -> tuple[np.ndarray, np.ndarray]:
    with contextlib.redirect_stdout(io.StringIO()):
        train, test = load_labels()
    return np.bincount(train, minlength=10), np.bincount(test, minlength=10)


def test_the_table_of_counts(counts):
    for name, row in zip(("train", "test"), counts, strict=True):
        assert f"| {name} | " + " | ".join(f"{count:,}" for count in row) + " |" in TEXT


def test_the_silly_score(counts):
    train, test = counts
    majority = train.argmax()
    assert (
        f"It prints {np.mean(np.repeat(range(10), test) == 1)}, or {test[1] / 10_000:.2%}" in TEXT
    )
    assert f"{test[1]:,} of 10,000" in TEXT
    assert f"only {test[5]} hits" in TEXT
    assert f"both ways give {test[majority] / test.sum():.2%}" in TEXT
    assert train.argmax() == test.argmax()


def test_the_ratios(counts):
    train, test = counts
    assert f"6,742/5,421 = {train.max() / train.min():.2f} in training" in TEXT
    assert f"1,135/892 = {test.max() / test.min():.2f} in the test set" in TEXT
    assert f"right in {999 / 1000:.1%} of cases" in TEXT
    drawn = np.random.default_rng(0).multinomial(60_000, [0.1] * 10, size=1000)
    assert (drawn.max(axis=1) / drawn.min(axis=1)).max() < train.max() / train.min()
    assert train.argmin() == 5
    assert 0.09 < train[5] / train.sum() < 0.1, "nearly a tenth"


def test_the_cut_off_bars(counts):
    highest, lowest = counts[0].max() - figures_03.CUT_AT, counts[0].min() - figures_03.CUT_AT
    assert f"{highest:,} is left of the one and {lowest} of the other" in TEXT
    assert f"- [x] about {highest / lowest:.0f} times" in TEXT
    assert f"begins at {figures_03.CUT_AT:,}" in TEXT


def test_the_small_examples():
    quiz = np.bincount([4, 0, 4, 2], minlength=6)
    assert f"- [x] {', '.join(map(str, quiz))}" in TEXT
    assert f"# {', '.join(map(str, np.bincount([2, 0, 2, 2], minlength=4)))}" in TEXT
    train, test = np.array([2, 2, 9]), np.array([9, 9, 2, 9, 5])
    assert f"- [x] {np.mean(test == 2):g}\n" in TEXT
    for wrong in (np.mean(test == 9), np.mean(np.append(train, test) == 2)):
        assert f"- [ ] {wrong:g}\n" in TEXT
    assert f"- [ ] {np.mean(train == 2):.2f}\n" in TEXT
    assert f"a count of 303 comes out as {303 % 256}" in TEXT
    assert f"(100 + 201)/2 = {(100 + 201) / 2}" in TEXT
