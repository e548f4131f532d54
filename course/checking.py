"""`check("normalize")`: runs the visible checks of an exercise in the learner's own notebook."""

import contextlib
import html
import inspect
import io
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course.notebook import LocalNotebook
from course.pytest_plugin import Asked
from course.questions import run_questions
from course.verdict import CheckResult, Verdict

# Where the visible checks stand: beside the notebook, in an installed course, in a clone of it.
INSTALLED = (Path(__file__).parent / "exercises", Path(__file__).parent.parent / "exercises")
# nbgrader says through this variable that a check is to fail loudly: its Validate button reads
# the outputs of cells, and a stock `nbgrader autograde` gives points for cells that do not raise.
_LOUD = ("validate", "autograde")


class CheckFailed(AssertionError):
    """A check does not hold. Raised under nbgrader only; in a notebook `check` just shows it."""


def check(name: str) -> None:
    """Run the visible checks of an exercise on what this notebook has defined, and show the result.

    Args:
        name: the exercise, such as ``"normalize"``.

    Raises:
        CheckFailed: only when nbgrader validates or grades the notebook; otherwise a failing check
            is shown and the notebook goes on.
    """
    module = find_checks(name)
    if module is None:
        unknown = f"There is no exercise called {name!r} here. Run the notebook in its own folder."
        if _is_loud():
            raise CheckFailed(unknown)
        show(unknown)
        return
    verdict = check_namespace(name, module, _callers_namespace())
    if _is_loud():
        if not verdict.passed:
            raise CheckFailed("\n" + as_text(verdict)) from None
        return
    show(as_text(verdict), as_html(verdict))


def _is_loud() -> bool:
    return os.environ.get("NBGRADER_EXECUTION") in _LOUD


def hint(name: str, tier: int = 1) -> None:
    """Show a hint for an exercise: 1 names the idea, 2 the symptom, 3 is nearly the code."""
    module = find_checks(name)
    hints = _hints(name, module) if module else ()
    if not 1 <= tier <= len(hints):
        show(f"There is no hint {tier} for {name!r}.")
        return
    show(f"Hint {tier} of {len(hints)} · {hints[tier - 1]}")


def find_checks(name: str) -> Path | None:
    """Return the module with the visible checks of an exercise, or None."""
    wanted = re.compile(rf"""question\(\s*["']{re.escape(name)}["']""")
    candidates = [*sorted(Path.cwd().glob("test_*.py"))]
    for folder in INSTALLED:
        candidates += sorted(folder.glob("*/test_*.py"))
    for module in candidates:
        if wanted.search(module.read_text(encoding="utf-8", errors="replace")):
            return module
    return None


def check_namespace(name: str, module: Path, namespace: Mapping[str, Any]) -> Verdict:
    """Run the visible checks of an exercise on a namespace; what the code prints is dropped."""
    # What will be handed in beside the notebook lies in the current folder.
    asked = Asked(LocalNotebook(namespace), handed_in=LocalNotebook({}))
    with contextlib.redirect_stdout(io.StringIO()):
        verdict: Verdict = run_questions(
            [module], lambda questions: questions.ask(name, asked), visible_only=True
        )
    return verdict


def _hints(name: str, module: Path) -> tuple[str, ...]:
    nobody = LocalNotebook({})
    verdict: Verdict = run_questions(
        [module], lambda questions: questions.ask(name, Asked(nobody)), visible_only=True
    )
    return verdict.hints


def summary(verdict: Verdict) -> str:
    """Say how many visible checks pass, and that there are more."""
    passed = sum(result.passed for result in verdict.checks)
    total = len(verdict.checks)
    verb = "passes" if passed == 1 and total == 1 else "pass"
    noun = "check" if total == 1 else "checks"
    return f"{passed} of {total} visible {noun} {verb}; more are run when it is graded."


def as_text(verdict: Verdict) -> str:
    """Return a verdict as plain text, for terminals and logs."""
    lines = [f"{verdict.question}: {summary(verdict)}"]
    for result, reason in verdict.explained():
        lines.append(f"  {'✓' if result.passed else '✗'} {result.title} ({_points(result)})")
        if reason:
            lines.append(f"      {reason}")
    if not verdict.passed:
        lines += _where_to_read(verdict)
        lines.append(f'  Hints, from gentle to nearly the code: hint("{verdict.question}"), ')
        lines[-1] += f'hint("{verdict.question}", 2), hint("{verdict.question}", 3)'
    return "\n".join(lines)


def as_html(verdict: Verdict) -> str:
    """Return a verdict as HTML in the colors of the notebook's theme."""
    color = "--jp-success-color1, #2e7d32" if verdict.passed else "--jp-warn-color1, #b85c00"
    parts = [
        f'<div style="border-left:4px solid var({color});padding:.4em 1em;margin:.3em 0;'
        'max-width:46em;line-height:1.5">',
        f"<div><b>{html.escape(verdict.question)}</b> · {html.escape(summary(verdict))}</div>",
    ]
    for result, reason in verdict.explained():
        mark = "✓" if result.passed else "✗"
        parts.append(
            f'<div style="margin-top:.4em">{mark} {html.escape(result.title)} '
            f'<span style="opacity:.7">({_points(result)})</span></div>'
        )
        if reason:
            text = html.escape(reason).replace("\n", "<br>")
            parts.append(f'<div style="margin:.1em 0 0 1.4em"><b>{text}</b></div>')
    if not verdict.passed:
        parts += [f"<div>{html.escape(line.strip())}</div>" for line in _where_to_read(verdict)]
        for tier, text in enumerate(verdict.hints, start=1):
            parts.append(
                f'<details style="margin-top:.3em"><summary style="cursor:pointer">'
                f"Hint {tier} of {len(verdict.hints)}</summary>{html.escape(text)}</details>"
            )
    return "".join([*parts, "</div>"])


def _points(result: CheckResult) -> str:
    return f"{result.points} point{'s' if result.points != 1 else ''}"


def _where_to_read(verdict: Verdict) -> list[str]:
    page, _, section = verdict.lesson.partition("#")
    if not page:
        return []
    return [f"  Read: lesson {page}" + (f", section “{section}”." if section else ".")]


def _callers_namespace() -> Mapping[str, Any]:
    """Return the names of the notebook, or of the module that called `check`."""
    with contextlib.suppress(ImportError):
        from IPython import get_ipython

        shell = get_ipython()
        if shell is not None:
            names: Mapping[str, Any] = shell.user_ns
            return names
    frame = inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").startswith("course"):
        frame = frame.f_back
    return frame.f_globals if frame is not None else {}


def show(text: str, rich: str | None = None) -> None:
    """Show text, as HTML too where a notebook can show it."""
    with contextlib.suppress(ImportError):
        from IPython import get_ipython
        from IPython.display import display

        if get_ipython() is not None:
            bundle = {"text/plain": text} | ({"text/html": rich} if rich else {})
            display(bundle, raw=True)
            return
    print(text)
