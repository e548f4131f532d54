"""What check modules share: a learner's answer as numbers, or a plain word on what came instead."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from course.verdict import Measurement
from course.wire import Opaque

_NUMBERS = "biuf"
_TOLERANCE = 1e-5
_measurements: ContextVar[list[Measurement] | None] = ContextVar("measurements", default=None)


def array_from(answer: Any, name: str, part: str = "") -> npt.NDArray[Any]:
    """Return an answer as an array of numbers or booleans.

    Args:
        answer: what a learner's function returned: an array, a number, lists of these, or a data
            frame, which arrives as a list of dicts.
        name: the function, for the message.
        part: what the answer is a part of, such as ``"the training positions"``.

    Raises:
        AssertionError: it is no array of numbers; the message says what it is.
    """
    if isinstance(answer, list) and answer and all(_is_record(item, answer[0]) for item in answer):
        answer = [list(record.values()) for record in answer]
    if not isinstance(answer, np.ndarray | np.generic | list | int | float):
        _say_what_came(answer, name, part, "an array of numbers")
    try:
        array = np.asarray(answer)
    except ValueError as error:
        raise AssertionError(
            f"`{name}` returned a list{_as(part)} whose items differ in shape, so they do not make "
            "up one array."
        ) from error
    assert array.dtype.kind in _NUMBERS, (
        f"What `{name}` returned{_as(part)} holds {_kinds_in(array)}; numbers are expected."
    )
    return array


def parts_from(answer: Any, name: str) -> list[Any]:
    """Return the items of a tuple, which arrives as a list, or the rows of an array.

    Raises:
        AssertionError: there is nothing to take apart; the message says what came.
    """
    if isinstance(answer, np.ndarray) and answer.ndim > 0:
        return list(answer)
    if not isinstance(answer, list):
        _say_what_came(answer, name, "", "a tuple")
    return list(answer)


def agree(found: npt.NDArray[Any], expected: npt.ArrayLike, scale: float = 0.0) -> bool:
    """Tell whether two arrays have one shape and the same values, within a relative 1e-5.

    NaN equals NaN. Half precision is measured by what it can hold.

    Args:
        found: the learner's numbers.
        expected: the right ones.
        scale: the size of the numbers that were subtracted, where values near 0 are differences.
    """
    wanted = np.asarray(expected)
    rtol = _TOLERANCE
    if found.dtype.kind == "f":
        rtol = max(rtol, 2 * float(np.finfo(found.dtype).eps))
    return found.shape == wanted.shape and bool(
        np.allclose(found, wanted, rtol=rtol, atol=rtol * scale, equal_nan=True)
    )


def reaches(quantity: str, value: float, threshold: float) -> bool:
    """Tell whether a value that depends on chance is at least a threshold.

    `autograder verify --seeds 30` reports how far from the threshold such values stay.

    Args:
        quantity: what was measured, such as ``"accuracy after 40 steps"``.
    """
    _note(Measurement(quantity, float(value), threshold))
    return bool(value >= threshold)


def stays_below(quantity: str, value: float, threshold: float) -> bool:
    """Tell whether a value that depends on chance is below a threshold; else as `reaches`."""
    _note(Measurement(quantity, float(value), threshold, at_least=False))
    return bool(value < threshold)


@contextmanager
def measuring() -> Iterator[list[Measurement]]:
    """Collect what `reaches` and `stays_below` measure meanwhile."""
    collected: list[Measurement] = []
    token = _measurements.set(collected)
    try:
        yield collected
    finally:
        _measurements.reset(token)


def _note(measurement: Measurement) -> None:
    collected = _measurements.get()
    if collected is not None:
        collected.append(measurement)


def _is_record(item: Any, first: Any) -> bool:
    return isinstance(item, dict) and isinstance(first, dict) and item.keys() == first.keys()


def _say_what_came(answer: Any, name: str, part: str, wanted: str) -> NoReturn:
    if answer is None:
        raise AssertionError(
            f"`{name}` returned nothing (None){_as(part)}. "
            "What a function has computed leaves it by `return`."
        )
    if isinstance(answer, Opaque):
        what = f"an object of the type {answer.type_name}"
    else:
        type_name = type(answer).__name__
        what = {"dict": "a dictionary", "str": "text"}.get(
            type_name, f"a value of the type {type_name}"
        )
    raise AssertionError(f"`{name}` returned {what}{_as(part)}; {wanted} is expected.")


def _as(part: str) -> str:
    return f" as {part}" if part else ""


def _kinds_in(array: npt.NDArray[Any]) -> str:
    if array.dtype.kind != "O":
        return {"c": "complex numbers", "U": "text", "S": "bytes"}.get(
            array.dtype.kind, f"values of the type {array.dtype}"
        )
    names = {
        item.type_name if isinstance(item, Opaque) else type(item).__name__ for item in array.flat
    }
    return f"objects of the type {', '.join(sorted(names)[:3])}"
