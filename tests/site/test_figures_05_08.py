"""What captions in lessons 05, 06 and 08 say holds for what their figures are drawn from."""

import numpy as np
import pytest

from autograder.website.figures_05 import unseen_rows
from autograder.website.figures_06 import sampling_spread
from autograder.website.figures_08 import PUBLISHED, leads


def test_the_last_of_five_digits_is_an_8_that_is_read_as_a_7():
    _, found, labels = unseen_rows()
    assert found.argmax(axis=1).tolist() == [1, 4, 9, 6, 7]
    assert labels.tolist() == [1, 4, 9, 6, 8]
    assert found[-1].max() == found.max(axis=1).min() < 0.6
    assert set(np.argsort(found[-1])[-4:]) == {0, 7, 8, 9}


def test_the_marked_spreads_are_those_of_the_text():
    assert 100 * sampling_spread(0.95, 800) == pytest.approx(0.77, abs=0.005)
    assert 100 * sampling_spread(0.98677, 12_000) == pytest.approx(0.10, abs=0.005)
    assert sampling_spread(0.9, 400) == pytest.approx(sampling_spread(0.9, 100) / 2)


def test_the_published_folds_go_up_and_down_together():
    assert all(np.argmax(scores) == 3 for scores in PUBLISHED.values())
    baseline = np.asarray(PUBLISHED["baseline"])
    deeper = np.asarray(PUBLISHED["deeper"]) - baseline
    normalized = np.asarray(PUBLISHED["normalized"]) - baseline
    assert (deeper.min().round(2), deeper.max().round(2)) == (0.24, 0.51)
    assert normalized.min() < 0 < normalized.max()


def test_the_best_of_equals_is_as_lucky_as_the_figure_says():
    assert leads()[0] == pytest.approx(0, abs=0.02)
    assert leads()[9] == pytest.approx(1.54, abs=0.02)
    assert leads()[49] == pytest.approx(2.25, abs=0.02)
