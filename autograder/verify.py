"""`autograder verify`: proves that checks do what their authors promise.

For each exercise: the stub earns nothing; the solution earns all; each known mistake loses the
points that it says and is told a message that no other mistake, variant or stub gets; each correct
variant earns all. Mistakes and variants are files in ``tests/mistakes`` and ``tests/variants``.
"""

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from autograder import repository
from autograder.authoring.regions import is_handed_out_solved, stub_source
from autograder.chance import ENOUGH, Spread, spreads_of
from autograder.class_run import Progress, no_progress
from autograder.grading import Assignment
from autograder.results.records import versions
from autograder.workers import Candidate, Workplace, judge_candidates
from course.verdict import Verdict

# Fewer runs say little about a standard deviation.
_SEEDS_TO_JUDGE_BY = 10


class Kind(Enum):
    """What a candidate is, and so what is expected of it."""

    STUB = "stub"
    SOLUTION = "solution"
    MISTAKE = "mistake"
    VARIANT = "variant"


@dataclass(frozen=True)
class Case:
    """One candidate for an exercise's cell, and what is expected.

    Attributes:
        loses: points that a mistake loses.
        told: part of a message that only this mistake gets.
    """

    kind: Kind
    name: str
    candidate: Candidate
    loses: int = 0
    told: str = ""


@dataclass(frozen=True)
class Row:
    """How the checks of one exercise did."""

    assignment: str
    exercise: str
    points: int
    stub_points: int
    solution_points: int
    mistakes: int
    mistakes_named: int
    variants: int
    variants_accepted: int


@dataclass(frozen=True)
class Report:
    """How all checks did; `failures` says in sentences what does not hold.

    Attributes:
        spreads: of what checks measure on right answers, where that depends on chance.
        seeds: with how many seeds each right answer was run.
    """

    rows: tuple[Row, ...]
    failures: tuple[str, ...]
    spreads: tuple[Spread, ...] = ()
    seeds: int = 1

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "assignments": len({row.assignment for row in self.rows}),
            "exercises": len(self.rows),
            "stubs_at_zero": sum(row.stub_points == 0 for row in self.rows),
            "solutions_at_full": sum(row.solution_points == row.points for row in self.rows),
            "mistakes": sum(row.mistakes for row in self.rows),
            "mistakes_named": sum(row.mistakes_named for row in self.rows),
            "variants": sum(row.variants for row in self.rows),
            "variants_accepted": sum(row.variants_accepted for row in self.rows),
            "seeds": self.seeds,
            "spreads": [spread.as_data() for spread in self.spreads],
            "rows": [asdict(row) for row in self.rows],
            "failures": list(self.failures),
        }


def joined(reports: Sequence[Report]) -> Report:
    """Return one report for several, all of which ran the same number of seeds."""
    return Report(
        tuple(row for report in reports for row in report.rows),
        tuple(failure for report in reports for failure in report.failures),
        tuple(spread for report in reports for spread in report.spreads),
        reports[0].seeds,
    )


def publish(assignment: str, report: Report, path: Path) -> None:
    """Write a report of one assignment into the file that the website shows; others stay in it.

    Args:
        path: a JSON object by assignment; it is made if it is not there.
    """
    published = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    when = datetime.now(UTC).strftime("%Y-%m-%d")
    published[assignment] = {"when": when, "versions": versions(), **report.as_data()}
    text = json.dumps(dict(sorted(published.items())), indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def verify(
    assignments: Sequence[Assignment],
    *,
    workers: int | None = None,
    seeds: int = 1,
    progress: Progress = no_progress,
) -> Report:
    """Run all candidates of all exercises, in the sandbox and in parallel, and compare.

    Args:
        assignments: which to verify.
        workers: how many processes; None for the default.
        seeds: with how many random seeds each solution and variant is run.
        progress: shows how far it is.

    Raises:
        AuthoringError: a mistake's file does not say what it loses or is told.
    """
    cases = {
        (assignment.name, exercise): _cases(assignment, exercise, seeds)
        for assignment in assignments
        for exercise in assignment.questions().values()
    }
    every = {case.candidate for some in cases.values() for case in some}
    with (
        Workplace(tuple(assignments), workers=workers) as workplace,
        progress("Verifying", len(every)) as advance,
    ):
        verdicts = judge_candidates(every, workplace, advance)
    rows: list[Row] = []
    failures: list[str] = []
    spreads: list[Spread] = []
    for (assignment_name, exercise), some in cases.items():
        row, faults = _compare(assignment_name, exercise, some, verdicts)
        rows.append(row)
        failures += faults
        spreads += _spreads(assignment_name, exercise, some, verdicts)
    if seeds >= _SEEDS_TO_JUDGE_BY:
        failures += [_danger(spread) for spread in spreads if not spread.is_safe]
    return Report(tuple(rows), tuple(failures), tuple(spreads), seeds)


def _spreads(
    assignment: str, exercise: str, cases: Sequence[Case], verdicts: dict[Candidate, Verdict]
) -> tuple[Spread, ...]:
    right = [case for case in cases if case.kind in (Kind.SOLUTION, Kind.VARIANT)]
    measured = [
        one for case in right for check in verdicts[case.candidate].checks for one in check.measured
    ]
    return spreads_of(assignment, exercise, measured)


def _danger(spread: Spread) -> str:
    return (
        f"{spread.assignment} {spread.exercise}: {spread.quantity} is {spread.mean:.3g} on average,"
        f" {spread.distance:.1f} standard deviations from its threshold {spread.threshold:g}; at "
        f"least {ENOUGH:g} are needed. Right answers would fail by chance."
    )


def _cases(assignment: Assignment, exercise: str, seeds: int) -> list[Case]:
    first = Candidate(assignment.name, exercise, assignment.solution(exercise), 0)
    cases = [
        _stub(first),
        Case(Kind.SOLUTION, "solution", first),
    ]
    for path in sorted((repository.MISTAKES / assignment.name / exercise).glob("*.py")):
        cases.append(_mistake(path, first))
    for path in sorted((repository.VARIANTS / assignment.name / exercise).glob("*.py")):
        source = path.read_text(encoding="utf-8")
        cases.append(Case(Kind.VARIANT, path.stem, replace(first, source=source)))
    right = [case for case in cases if case.kind in (Kind.SOLUTION, Kind.VARIANT)]
    for seed in range(1, seeds):
        for case in right:
            name = f"{case.name} with seed {seed}"
            cases.append(Case(Kind.VARIANT, name, replace(case.candidate, seed=seed)))
    return cases


def _stub(solution: Candidate) -> Case:
    """Return the cell as handed out: the checks of a warm-up accept it, all others reject it."""
    kind = Kind.VARIANT if is_handed_out_solved(solution.source) else Kind.STUB
    return Case(kind, "stub", replace(solution, source=stub_source(solution.source)))


def _mistake(path: Path, solution: Candidate) -> Case:
    from autograder.authoring.error import AuthoringError

    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    loses = re.search(r"^loses: *(\d+)$", docstring, re.MULTILINE)
    told = re.search(r"^told: *(\S.*)$", docstring, re.MULTILINE)
    if loses is None or told is None:
        raise AuthoringError(
            path,
            1,
            "a mistake says in its docstring what it loses and is told. Write `loses: 2` and "
            "`told: part of the message`, each on a line of its own.",
        )
    candidate = replace(solution, source=source)
    return Case(Kind.MISTAKE, path.stem, candidate, int(loses[1]), told[1].strip())


def _compare(
    assignment: str, exercise: str, cases: Sequence[Case], verdicts: dict[Candidate, Verdict]
) -> tuple[Row, list[str]]:
    faults = {(case.kind, case.name): _fault(case, cases, verdicts) for case in cases}
    stub, solution = (verdicts[case.candidate] for case in cases[:2])

    def count(kind: Kind, *, holding: bool = False) -> int:
        return sum(
            case.kind is kind and not (holding and faults[case.kind, case.name]) for case in cases
        )

    row = Row(
        assignment,
        exercise,
        solution.points,
        stub.earned,
        solution.earned,
        count(Kind.MISTAKE),
        count(Kind.MISTAKE, holding=True),
        count(Kind.VARIANT),
        count(Kind.VARIANT, holding=True),
    )
    return row, [
        f"{assignment} {exercise}: {kind.value} {name}: {fault}"
        for (kind, name), fault in faults.items()
        if fault
    ]


def _fault(case: Case, cases: Sequence[Case], verdicts: dict[Candidate, Verdict]) -> str:
    """Say what does not hold for a case; "" if all does."""
    verdict = verdicts[case.candidate]
    reasons = verdict.reasons()
    if case.kind is Kind.STUB:
        passed = sum(check.passed for check in verdict.checks)
        return f"{passed} of its {len(verdict.checks)} checks pass" if passed else ""
    if case.kind is not Kind.MISTAKE:
        if verdict.passed:
            return ""
        return f"it earns {verdict.earned} of {verdict.points}: {' | '.join(reasons)}"
    lost = verdict.points - verdict.earned
    if lost != case.loses:
        return f"it loses {lost} points, its file says {case.loses}: {' | '.join(reasons)}"
    if not any(case.told in reason for reason in reasons):
        return f"it is not told {case.told!r} but: {' | '.join(reasons)}"
    others = [
        other.name
        for other in cases
        if other is not case
        and any(case.told in reason for reason in verdicts[other.candidate].reasons())
    ]
    return f"{', '.join(others)} are told {case.told!r} too" if others else ""
