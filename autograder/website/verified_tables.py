"""Tables of the page about the checks, made from ``site/verified.json`` and from nothing else."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_COMMAND = "autograder verify --seeds 30 --write"
_NOT_YET = f'!!! note "Not measured yet"\n    `{_COMMAND}` runs what is missing.\n'


def trials_table(path: Path) -> str:
    """Return how many answers each section's checks were tried on, and how many were misjudged.

    Args:
        path: `site/verified.json`, written by `autograder verify --write`.
    """
    rows = [
        (
            name,
            f"{report['exercises']}",
            f"{report['mistakes_named']:,} of {report['mistakes']:,}",
            f"{report['variants'] + report['exercises']:,}",
            f"{report['seeds']}",
            f"{_wrongly_failed(report):,}",
            report["when"],
        )
        for name, report in _read(path).items()
    ]
    head = (
        *("section", "exercises", "mistakes named", "right answers judged"),
        *("seeds of each", "wrongly failed", "on"),
    )
    return _markdown(head, rows)


def chance_table(path: Path) -> str:
    """Return how far what depends on chance stays from its threshold, on right answers."""
    rows = [
        (
            f"{name} {spread['exercise']}",
            spread["quantity"],
            f"{spread['runs']:,}",
            f"{spread['worst']:.3f}",
            f"{spread['percentile']:.3f}",
            f"{spread['threshold']:g}",
            "no spread" if spread["distance"] is None else f"{spread['distance']:.1f}",
        )
        for name, report in _read(path).items()
        for spread in report["spreads"]
    ]
    head = (
        *("exercise", "quantity", "runs", "worst", "first percentile", "threshold"),
        "mean to threshold, in standard deviations",
    )
    return _markdown(head, rows)


def _wrongly_failed(report: Mapping[str, Any]) -> int:
    solutions = report["exercises"] - report["solutions_at_full"]
    failed: int = report["variants"] - report["variants_accepted"] + solutions
    return failed


def _read(path: Path) -> dict[str, Any]:
    published: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return published


def _markdown(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return _NOT_YET
    head_line, *lines = [f"| {' | '.join(row)} |" for row in [head, *rows]]
    return "\n".join([head_line, "|---|" + "---:|" * (len(head) - 1), *lines])
