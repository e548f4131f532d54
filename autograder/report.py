"""How a class did, exercise by exercise, from nbgrader's gradebook."""

import csv
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.gradebook import open_gradebook


@dataclass(frozen=True)
class ExerciseReport:
    """How a class did in one exercise.

    Attributes:
        points: what it is worth.
        mean: mean points of those who handed in.
        full: how many have full marks.
        nothing: how many have no point.
        students: how many handed in.
    """

    assignment: str
    exercise: str
    points: float
    mean: float
    full: int
    nothing: int
    students: int

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return asdict(self)


def class_report(db_url: str) -> list[ExerciseReport]:
    """Return a report for each exercise that someone handed in.

    Raises:
        GradebookError: the gradebook cannot be opened.
    """
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    points: dict[tuple[str, str], float] = {}
    with open_gradebook(db_url) as gradebook:
        for assignment, exercise, score, max_score in gradebook.exercise_scores():
            scores[assignment, exercise].append(score)
            points[assignment, exercise] = max_score
    return [
        ExerciseReport(
            assignment,
            exercise,
            points[assignment, exercise],
            sum(got) / len(got),
            sum(score >= points[assignment, exercise] for score in got),
            sum(score == 0 for score in got),
            len(got),
        )
        for (assignment, exercise), got in scores.items()
    ]


def write_csv(rows: list[ExerciseReport], path: Path) -> None:
    """Write a class report as a table for a spreadsheet."""
    names = list(ExerciseReport.__dataclass_fields__)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(row.as_data() for row in rows)
