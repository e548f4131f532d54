"""What a function does, seen on inputs that the checks do not use, and whether two do the same.

The inputs stand in ``tests/mutation/inputs/NN_name.py``: a dict ``OBSERVATIONS`` of lists, one for
each exercise. An `Observation` is handed the names of a notebook and returns plain data. What the
contract leaves open it leaves out.
"""

import contextlib
import copy
import importlib.util
import io
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import numpy as np

from autograder.grading import Assignment
from autograder.mutation.operators import Mutant, mutants_of
from autograder.submission import grade_id, is_experiment
from course import wire
from course.randomness import set_seed

Namespace = dict[str, Any]
Observation = Callable[[Namespace], Any]

# As the contracts say; and of numbers near 0, by the size of the others.
_RELATIVE, _ABSOLUTE = 1e-5, 1e-6
# A mutant may take longer than the solution, but not for ever.
_SECONDS, _TIMES_LONGER = 5.0, 10.0
_RAISED, _ENDLESS = "$raised", "$endless"


class InputsError(ValueError):
    """The inputs of a section are missing, or nothing can be told by them."""


@dataclass(frozen=True)
class Observed:
    """The mutants of one exercise, and which of them do something else than the solution."""

    assignment: str
    exercise: str
    mutants: tuple[tuple[Mutant, bool], ...]


def call(name: str, *args: Any, **kwargs: Any) -> Observation:
    """Observe a call: what it returns or raises, and what it does to its arguments."""

    def look(notebook: Namespace) -> Any:
        given = copy.deepcopy((list(args), kwargs))
        value = notebook[name](*given[0], **given[1])
        return {"value": value, "changed": wire.encode(given) != wire.encode((list(args), kwargs))}

    return look


def same(first: Any, second: Any) -> bool:
    """Tell whether two answers are the same in everything that contracts demand.

    Lists, tuples and arrays are interchangeable, and so are all types of numbers; a dict may hold
    more than the first one does.
    """
    if isinstance(first, dict):
        return isinstance(second, dict) and all(
            key in second and same(value, second[key]) for key, value in first.items()
        )
    numbers, others = _numbers(first), _numbers(second)
    if numbers is not None and others is not None:
        return _same_numbers(numbers, others)
    if isinstance(first, list | tuple) and isinstance(second, list | tuple):
        return len(first) == len(second) and all(map(same, first, second))
    return type(first) is type(second) and bool(np.all(first == second))


def _numbers(value: Any) -> np.ndarray | None:
    if isinstance(value, str | bytes | dict) or value is None:
        return None
    try:
        array = np.asarray(value)
    except ValueError:  # lists of different lengths
        return None
    return array if array.dtype.kind in "biuf" else None


def _same_numbers(first: np.ndarray, second: np.ndarray) -> bool:
    if first.shape != second.shape:
        return False
    first, second = first.astype(float), second.astype(float)
    finite = np.abs(first[np.isfinite(first)])
    scale = finite.max() if finite.size else 0.0
    return np.allclose(second, first, rtol=_RELATIVE, atol=_ABSOLUTE * scale, equal_nan=True)


def load_observations(path: Path) -> dict[str, Sequence[Observation]]:
    """Load the inputs of a section.

    Raises:
        InputsError: there are none.
    """
    if not path.is_file():
        raise InputsError(f"{path}: there are no inputs to tell mutants apart by. Write them.")
    spec = importlib.util.spec_from_file_location(f"inputs_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))  # the sections share a module
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return dict(module.OBSERVATIONS)


def observe_section(assignment: Assignment, inputs: Path, most: int) -> list[Observed]:
    """Make the mutants of all exercises of a section, and compare each with the solution.

    Runs the authors' own code in this process, which should be one of its own: a mutant may leave
    anything behind.

    Args:
        assignment: the section.
        inputs: the path of its observations.
        most: how many mutants of each exercise.

    Raises:
        InputsError: an exercise has no observations, or the solution does not answer, or not the
            same twice.
    """
    observations = load_observations(inputs)
    with _elsewhere(assignment), _silence():
        cells = _cells(assignment)
        namespace: Namespace = {"__name__": "__main__"}
        for source in cells.values():
            exec(source, namespace)
        exercises = assignment.questions().values()
        return [
            _observe_exercise(assignment, name, observations.get(name, ()), namespace, inputs, most)
            for name in exercises
        ]


def _observe_exercise(
    assignment: Assignment,
    exercise: str,
    observations: Sequence[Observation],
    namespace: Namespace,
    inputs: Path,
    most: int,
) -> Observed:
    source = assignment.solution(exercise)

    def look(cell: str, seconds: float | None = None) -> list[Any]:
        names = dict(namespace)
        limit = _time_limit(seconds) if seconds else contextlib.nullcontext()
        try:
            with limit:
                exec(compile(cell, f"<{exercise}>", "exec"), names)
                return [_outcome(observation, names) for observation in observations]
        except _TimeIsUp:
            return [_ENDLESS]

    began = time.monotonic()
    expected = look(source)
    seconds = _SECONDS + _TIMES_LONGER * (time.monotonic() - began)
    if not expected:
        raise InputsError(f"{inputs}: there are no observations of `{exercise}`. Add some.")
    if not same(expected, look(source)):
        raise InputsError(f"{inputs}: two looks at `{exercise}` differ. Leave out what is random.")
    return Observed(
        assignment.name,
        exercise,
        tuple(
            (mutant, not same(expected, look(mutant.source, seconds)))
            for mutant in mutants_of(source, exercise, most)
        ),
    )


def _cells(assignment: Assignment) -> Mapping[str, CodeType]:
    """Return what has to be run before a function can be called, by the names of the cells."""
    return {
        name: compile(cell.source, f"<{name}>", "exec")
        for cell in assignment.notebook().cells
        if cell.cell_type == "code"
        and (name := grade_id(cell)) is not None
        and not cell.metadata.nbgrader.grade
        and not is_experiment(cell)
    }


def _outcome(observation: Observation, namespace: Namespace) -> Any:
    """Return what an observation sees, as data that no later call can change."""
    set_seed(1)
    try:
        return wire.decode(*wire.encode(observation(namespace)))
    except (Exception, SystemExit) as error:
        return {_RAISED: type(error).__name__}
    finally:
        _close_figures()


def _close_figures() -> None:
    import matplotlib.pyplot as plt

    plt.close("all")


class _TimeIsUp(BaseException):
    """A mutant runs for too long; no `except Exception` of its own stops this."""


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _elsewhere(assignment: Assignment) -> Iterator[None]:
    """Work in an empty folder with the files that are handed in beside the notebook."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, content in assignment.files.items():
            Path(name).write_bytes(content)
        yield


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(action="ignore"),
    ):
        yield
