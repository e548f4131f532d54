"""A learner's answer becomes numbers, or a kind word."""

from typing import Any

import numpy as np
import pytest

from course.testing import agree, array_from, parts_from
from course.wire import Opaque


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (np.array([1.5, 2.0]), [1.5, 2.0]),
        ([1, 2], [1, 2]),
        ([np.array([1]), np.array([2])], [[1], [2]]),
        (3, 3),
        (True, True),
        (np.float32(0.5), 0.5),
        ([], []),
        ([{"a": 1, "b": 2}, {"a": 3, "b": 4}], [[1, 2], [3, 4]]),
    ],
)
def test_numbers_of_any_form_become_an_array(answer: Any, expected: Any) -> None:
    assert array_from(answer, "f").tolist() == expected


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "returned nothing"),
        ("text", "returned text"),
        ({"a": 1}, "a dictionary"),
        (Opaque("Sequential"), "an object of the type Sequential"),
        ([[1, 2], [3]], "differ in shape"),
        ([None, 1], "objects of the type NoneType, int"),
        ([Opaque("Figure")], "objects of the type Figure"),
        (["a", "b"], "holds text"),
        ([1j], "complex numbers"),
        (b"raw", "a value of the type bytes"),
    ],
)
def test_anything_else_is_named(answer: Any, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        array_from(answer, "f")


def test_the_part_that_is_wrong_is_named() -> None:
    with pytest.raises(AssertionError, match=r"nothing \(None\) as the training part"):
        array_from(None, "f", "the training part")


def test_a_tuple_comes_apart_and_an_array_into_rows() -> None:
    assert parts_from([1, "a"], "f") == [1, "a"]
    assert [row.tolist() for row in parts_from(np.eye(2), "f")] == [[1, 0], [0, 1]]
    with pytest.raises(AssertionError, match="a tuple is expected"):
        parts_from(np.float64(3), "f")


def test_values_agree_within_what_their_type_can_hold() -> None:
    third = np.array([1 / 3])
    assert agree(third.astype(np.float32), third)
    assert agree(third.astype(np.float16), third)
    assert not agree(third + 1e-4, third)
    assert not agree(np.array([[1 / 3]]), third)
    assert agree(np.array([np.nan, np.inf]), np.array([np.nan, np.inf]))
    assert agree(np.array([True, False]), np.array([1.0, 0.0]))


def test_differences_of_large_numbers_may_miss_zero() -> None:
    assert not agree(np.array([1e-7]), np.array([0.0]))
    assert agree(np.array([1e-7]), np.array([0.0]), scale=1)
