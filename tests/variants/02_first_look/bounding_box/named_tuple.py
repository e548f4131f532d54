"""Over-careful: a named tuple, type hints, and an error of its own for a blank image."""

from typing import NamedTuple


class Box(NamedTuple):
    first_row: int
    last_row: int
    first_column: int
    last_column: int


def _first_and_last(flags: np.ndarray) -> tuple[int, int]:
    positions = np.flatnonzero(flags)
    if positions.size == 0:
        raise ValueError("the image has no lit pixel")
    return int(positions[0]), int(positions[-1])


def bounding_box(image: np.ndarray) -> Box:
    lit = np.asarray(image) != 0
    return Box(*_first_and_last(lit.any(axis=1)), *_first_and_last(lit.any(axis=0)))
