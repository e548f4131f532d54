"""The figures of lesson 00 come from a layer that learns."""

import numpy as np
import pytest

from autograder.website import figures_00 as figures


def test_a_layer_that_knows_nothing_costs_ln_10():
    first = next(figures.one_epoch(batch_size=100, rate=0.1))
    assert figures.unseen_loss(*first) == pytest.approx(np.log(10))


def test_smaller_batches_make_more_steps_and_a_lower_loss():
    epochs = {size: list(figures.one_epoch(size, rate=0.1)) for size in (1000, 100, 10)}
    assert [len(layers) - 1 for layers in epochs.values()] == [3, 30, 300]
    large, middle, small = (figures.unseen_loss(*layers[-1]) for layers in epochs.values())
    assert small < middle < np.log(10) / 2 < large
