"""The probe of layers tells what a layer is and computes, whatever the learner returned."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course import probes
from course.notebook import LocalNotebook

INPUTS = np.array([[0.0, 0.0], [1.0, -2.0], [3.0, 0.5]], np.float32)


def describe(make: Callable[[int], Any], units: int = 3) -> dict[str, Any]:
    answer: dict[str, Any] = LocalNotebook({"make": make}).ask(
        probes.describe_layer, "make", units, INPUTS
    )
    return answer


@pytest.fixture(scope="module")
def layers() -> Any:
    """Import Keras once: it takes longer than all tests here together."""
    from keras import layers

    return layers


def test_a_dense_layer_is_described_by_what_it_computes(layers: Any) -> None:
    facts = describe(layers.Dense)
    assert (facts["type"], facts["is_layer"], facts["is_class"]) == ("Dense", True, False)
    assert (facts["call_error"], facts["is_kept"], facts["parameters"]) == (None, False, 9)
    assert facts["outputs"].shape == (3, 3)
    # The first row is 0: what comes out is the bias.
    assert np.all(facts["outputs"][0] != 0)


def test_initial_weights_do_not_show(layers: Any) -> None:
    zeros = describe(lambda units: layers.Dense(units, kernel_initializer="zeros"))
    assert np.array_equal(zeros["outputs"], describe(layers.Dense)["outputs"])


def test_a_layer_that_is_kept_is_told(layers: Any) -> None:
    kept = layers.Dense(3)
    assert describe(lambda units: kept)["is_kept"]


def test_what_is_no_layer_is_told_by_its_type(layers: Any) -> None:
    assert describe(lambda units: "Dense")["type"] == "str"
    facts = describe(lambda units: layers.Dense)
    assert (facts["type"], facts["is_layer"], facts["is_class"]) == ("Dense", False, True)


def test_a_layer_that_cannot_be_called_says_why(layers: Any) -> None:
    facts = describe(lambda units: layers.Conv2D(units, 3))
    assert "ValueError" in facts["call_error"]
    assert "outputs" not in facts
