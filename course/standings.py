"""How far a learner is: what passes in each section, found by running the notebooks as saved.

``course.progress()`` in a notebook or ``python -m course`` in a terminal. The notebooks are run in
a process of their own: nothing of theirs is left behind, and one that ends it costs only itself.
"""

import contextlib
import html
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from course.checking import INSTALLED, show

_SECTION = re.compile(r"test_(\d\d_[a-z0-9_]+)\.py")
_BAR = 12
_SECONDS_PER_NOTEBOOK = 240


@dataclass(frozen=True)
class Section:
    """One section, as a learner has it.

    Attributes:
        name: such as ``"04_prepare"``.
        notebook: its file, or None if there is none here.
        checks: its visible checks.
    """

    name: str
    notebook: Path | None
    checks: Path


@dataclass(frozen=True)
class Standing:
    """How a section stands.

    Attributes:
        passed: the exercises all of whose visible checks pass.
        exercises: all exercises.
        note: why there is nothing to tell, "" if there is.
    """

    name: str
    passed: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    note: str = ""


def progress(folder: str | Path = ".") -> None:
    """Run the notebooks as they are saved, and show per section which exercises pass.

    Only visible checks are run; more are run when a notebook is graded.

    Args:
        folder: where the notebooks are: the folder of all sections, or that of one.
    """
    sections = find_sections(Path(folder))
    if not any(section.notebook for section in sections):
        show(f"There are no notebooks of this course in {Path(folder).resolve()}.")
        return
    standings = list(run_sections(sections))
    show(as_text(standings), as_html(standings))


def find_sections(folder: Path) -> list[Section]:
    """Return all sections of the course, each with its notebook in a folder or beside it."""
    found: dict[str, Path] = {}
    for installed in INSTALLED:
        for checks in sorted(installed.glob("*/test_*.py")):
            match = _SECTION.fullmatch(checks.name)
            if match:
                found.setdefault(match[1], checks)
    places = [folder.resolve(), folder.resolve() / "exercises", folder.resolve().parent]
    sections = []
    for name, checks in sorted(found.items()):
        candidates = [
            path
            for place in places
            for path in (place / name / f"{name}.ipynb", place / f"{name}.ipynb")
        ]
        notebook = next((path for path in candidates if path.is_file()), None)
        sections.append(Section(name, notebook, checks))
    return sections


def run_sections(sections: Sequence[Section]) -> Iterator[Standing]:
    """Run notebooks in a process of their own; yield how each section stands, in order."""
    waiting = [section for section in sections if section.notebook is not None]
    standings: dict[str, Standing] = {}
    while waiting:
        for line in _run(waiting):
            standings[line["name"]] = Standing(
                line["name"], tuple(line["passed"]), tuple(line["exercises"]), line["note"]
            )
        left = [section for section in waiting if section.name not in standings]
        if left:  # the first of these ended the process, or never came to an end
            standings[left[0].name] = Standing(
                left[0].name, note="it could not be run to its end: open it and run all cells"
            )
        waiting = left[1:]
    for section in sections:
        yield standings.get(section.name, Standing(section.name, note="no notebook here"))


def _run(sections: Sequence[Section]) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "course", "--run"]
    command += [f"{section.checks}{os.pathsep}{section.notebook}" for section in sections]
    environment = os.environ | {"MPLBACKEND": "Agg", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("NBGRADER_EXECUTION", None)
    limit = _SECONDS_PER_NOTEBOOK * len(sections)
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=limit
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout.decode() if isinstance(late.stdout, bytes) else late.stdout or ""
    for line in said.splitlines():
        with contextlib.suppress(ValueError):
            yield json.loads(line)


def run_and_print(pairs: Sequence[str]) -> None:
    """Run notebooks one after the other; print a line of JSON for each. Runs in the other process.

    Args:
        pairs: check module and notebook of each, joined by `os.pathsep`.
    """
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what notebooks print is no news
    for pair in pairs:
        checks, notebook = map(Path, pair.split(os.pathsep))
        out.write(json.dumps(asdict(_standing(checks, notebook))) + "\n")
        out.flush()


def _standing(checks: Path, notebook: Path) -> Standing:
    from course.notebook import LocalNotebook
    from course.notebook_file import run_notebook
    from course.pytest_plugin import Asked
    from course.questions import Questions, run_questions

    os.chdir(notebook.parent)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        asked = Asked(run_notebook(notebook), handed_in=LocalNotebook({}))

        def ask_all(questions: Questions) -> dict[str, bool]:
            return {name: questions.ask(name, asked).passed for name in questions.names()}

        passes: dict[str, bool] = run_questions([checks], ask_all, visible_only=True)
    return Standing(
        notebook.stem, tuple(name for name, passed in passes.items() if passed), tuple(passes)
    )


def as_text(standings: Sequence[Standing]) -> str:
    """Return the standings as a table in plain text."""
    width = max(len(standing.name) for standing in standings)
    lines = []
    for standing in standings:
        done, total = len(standing.passed), len(standing.exercises)
        if standing.note:
            lines.append(f"{standing.name:<{width}}  {standing.note}")
            continue
        filled = round(_BAR * done / total) if total else 0
        bar = "█" * filled + "·" * (_BAR - filled)
        lines.append(
            f"{standing.name:<{width}}  {bar}  {done} of {total} exercises{_next(standing)}"
        )
    return "\n".join([*lines, "", _summary(standings)])


def as_html(standings: Sequence[Standing]) -> str:
    """Return the standings as a table for notebooks, in the colors of their theme."""
    rows = []
    for standing in standings:
        done, total = len(standing.passed), len(standing.exercises)
        cells = html.escape(standing.note)
        if not standing.note:
            cells = (
                f'<progress max="{total}" value="{done}" aria-label="{html.escape(standing.name)}">'
                f"</progress> {done} of {total} exercises{html.escape(_next(standing))}"
            )
        rows.append(
            f'<tr><th scope="row" style="text-align:left">{html.escape(standing.name)}</th>'
            f'<td style="text-align:left">{cells}</td></tr>'
        )
    return f"<table>{''.join(rows)}</table><div>{html.escape(_summary(standings))}</div>"


def _next(standing: Standing) -> str:
    """Name the first exercise that does not pass yet."""
    left = [name for name in standing.exercises if name not in standing.passed]
    return f", next: {left[0]}" if left else ""


def _summary(standings: Sequence[Standing]) -> str:
    done = sum(len(standing.passed) for standing in standings)
    total = sum(len(standing.exercises) for standing in standings)
    return (
        f"{done} of {total} exercises pass their visible checks, in the notebooks as they are "
        "saved; more checks are run when they are graded."
    )
