"""Reads a percent script into cells with a kind, a name and line numbers. Judges options only."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import jupytext

from autograder.authoring.error import AuthoringError

CellType = Literal["code", "markdown"]

# Jupytext's own expression for the line that starts a cell.
_MARKER = re.compile(r"^\s*#\s*%%(%*)(\s|$)")
_NAMED_OPTIONS = ("exercise", "check", "question")
_FLAG_OPTIONS = ("experiment", "locked")
_OPTIONS = {*_NAMED_OPTIONS, *_FLAG_OPTIONS, "points", "hands_in"}
# What jupytext notes down about the layout of the script.
_LAYOUT_NOTES = {
    "lines_to_next_cell",
    "lines_to_end_of_cell_marker",
    "cell_marker",
    "cell_depth",
}
_WRITE = (
    "Write exercise=…, check=…, question=…, points=…, hands_in=…, experiment=true or "
    'locked=true, with names in double quotes, as in exercise="normalize".'
)


class Kind(Enum):
    """What a cell is for."""

    EXERCISE = "exercise"
    CHECK = "check"
    QUESTION = "question"
    EXPERIMENT = "experiment"
    LOCKED = "locked"
    PROSE = "prose"
    CODE = "code"


@dataclass(frozen=True)
class ScriptCell:
    """One cell of a script.

    Attributes:
        name: of the exercise (also for its check) or the question; "" for other kinds, unless the
            cell is not the author's.
        points: of a question; None for other kinds, whose points stand in the check module.
        hands_in: the file that learners hand in beside the notebook for an exercise, if any.
        line: where the `# %%` marker stands, counted from 1.
        first_line: where `source` begins, counted from 1.
    """

    kind: Kind
    cell_type: CellType
    name: str
    points: int | float | None
    source: str
    line: int
    first_line: int
    hands_in: str | None = None


@dataclass(frozen=True)
class Script:
    """A section's script; `name` is that of its assignment, `04_prepare`."""

    name: str
    path: Path
    cells: tuple[ScriptCell, ...]

    def of_kind(self, kind: Kind) -> tuple[ScriptCell, ...]:
        """Return the cells of one kind, in order."""
        return tuple(cell for cell in self.cells if cell.kind is kind)


def parse_script(path: Path) -> Script:
    """Split a script into cells and read their options.

    Raises:
        AuthoringError: a cell's options cannot be read or do not go together.
    """
    text = path.read_text(encoding="utf-8")
    cells = jupytext.reads(text, fmt="py:percent").cells
    lines = text.split("\n")
    markers = [number for number, line in enumerate(lines, 1) if _MARKER.match(line)]
    if len(cells) == len(markers) + 1:
        markers.insert(0, 0)  # what stands above the first marker is a cell, too
    if len(cells) != len(markers):
        raise AuthoringError(
            path,
            _suspicious_marker(lines),
            "cannot tell where cells begin. Start a cell with `# %%` at the beginning of a line, "
            "and write no `# %%` inside a string or a fenced block.",
        )
    return Script(
        path.stem,
        path,
        tuple(_cell(path, *pair, lines) for pair in zip(cells, markers, strict=True)),
    )


def _suspicious_marker(lines: list[str]) -> int | None:
    """Return the line of the first marker-like line that follows no blank line, if any."""
    for number, line in enumerate(lines[1:], 2):
        if _MARKER.match(line) and (line[0].isspace() or lines[number - 2].strip()):
            return number
    return None


def _cell(path: Path, cell: Any, line: int, lines: list[str]) -> ScriptCell:
    def error(problem: str) -> AuthoringError:
        return AuthoringError(path, line or 1, problem)

    options = {key: value for key, value in cell.metadata.items() if key not in _LAYOUT_NOTES}
    for option, value in options.items():
        if option == "incorrectly_encoded_metadata":
            raise error(f"cannot read the options `{value}`. {_WRITE}")
        if option == "title":
            raise error(f'unknown text "{value}" after `# %%`. {_WRITE}')
        if option not in _OPTIONS:
            raise error(f'unknown option "{option}". {_WRITE}')
        if option in _FLAG_OPTIONS and value is not True:
            raise error(f"`{option}` is either left out or written {option}=true.")
        if option in (*_NAMED_OPTIONS, "hands_in") and not isinstance(value, str):
            raise error(f'`{option}` takes a name in double quotes, as in {option}="normalize".')
    if cell.cell_type not in ("code", "markdown"):
        raise error(f"a {cell.cell_type} cell has no place here. Write `# %% [markdown]`.")

    chosen = [option for option in options if option not in ("points", "hands_in")]
    if len(chosen) > 1:
        raise error(f"{' and '.join(sorted(chosen))} on one cell. Give each a cell of its own.")
    unmarked = Kind.PROSE if cell.cell_type == "markdown" else Kind.CODE
    kind = Kind(chosen[0]) if chosen else unmarked
    if "points" in options and kind is not Kind.QUESTION:
        raise error(
            "points are written on questions only. Those of an exercise are the sum of its "
            "tests' points, which stand in the check module."
        )
    hands_in = options.get("hands_in")
    if hands_in is not None and (kind is not Kind.EXERCISE or Path(hands_in).name != hands_in):
        raise error(
            "`hands_in` names a file, without a folder, on the exercise whose checks look at it, "
            'as in exercise="final_model" hands_in="final_model.keras".'
        )
    name = options[kind.value] if kind.value in _NAMED_OPTIONS else ""
    return ScriptCell(
        kind,
        cell.cell_type,
        name,
        options.get("points"),
        cell.source,
        line or 1,
        _first_line(lines, line),
        hands_in,
    )


def _first_line(lines: list[str], marker: int) -> int:
    """Return the line after a marker where jupytext lets the source begin."""
    number = marker + 1
    while number < len(lines) and not lines[number - 1].strip():
        number += 1
    return number
