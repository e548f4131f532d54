"""A campaign: all mutants of some sections are judged by the checks, and counted.

Mutants that do what the solution does are left out. What a contract leaves open stands in
``tests/mutation/accepted.toml`` with a reason, and is left out too, but must pass: a check that
rejects it would be too strict.
"""

import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from enum import Enum
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from autograder import repository
from autograder.class_run import Progress, no_progress
from autograder.grading import Assignment
from autograder.mutation.behavior import Observed, observe_section
from autograder.mutation.operators import Mutant
from autograder.workers import Candidate, Workplace, judge_candidates
from course.verdict import Verdict

FOLDER = repository.ROOT / "tests" / "mutation"
# Of each exercise; short solutions have fewer.
MOST = 20
# What share of the mutants that do something else the checks have to catch.
ENOUGH = 0.95


class Fate(Enum):
    """What becomes of a mutant."""

    EQUIVALENT = "does what the solution does"
    ACCEPTED = "differs where the contract leaves it open"
    CAUGHT = "caught by visible checks"
    CAUGHT_BY_HIDDEN = "caught by hidden checks only"
    SURVIVED = "survived"


@dataclass(frozen=True)
class Judged:
    """A mutant and its fate."""

    assignment: str
    exercise: str
    mutant: Mutant
    fate: Fate

    def __str__(self) -> str:
        return f"{self.assignment} {self.exercise}, {self.mutant.kind}: {self.mutant.change}"


@dataclass(frozen=True)
class Row:
    """How the mutants of one section fared.

    Attributes:
        mutants: all of them.
        changing: those that do something else than the solution and are not accepted.
        caught_by_visible: those of them that a check catches which learners have.
        caught: those that any check catches.
        accepted: those that differ only where the contract leaves it open.
    """

    assignment: str
    mutants: int
    changing: int
    caught_by_visible: int
    caught: int
    accepted: int

    def share(self, caught: int) -> float:
        """Return which share of the changing mutants is caught; 1 if there are none."""
        return caught / self.changing if self.changing else 1.0

    def as_data(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return vars(self) | {
            "share_visible": self.share(self.caught_by_visible),
            "share": self.share(self.caught),
        }


@dataclass(frozen=True)
class Accepted:
    """An entry of ``accepted.toml``: a mutant that a learner may hand in, and why."""

    exercise: str
    mutation: str
    reason: str


@dataclass(frozen=True)
class MutationReport:
    """How the checks did; `failures` says in sentences what does not hold."""

    judged: tuple[Judged, ...]
    failures: tuple[str, ...]
    accepted: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """Count section by section."""
        names = dict.fromkeys(one.assignment for one in self.judged)
        return [
            _row(name, [one for one in self.judged if one.assignment == name]) for name in names
        ]

    @property
    def total(self) -> Row:
        """Count over all sections."""
        return _row("all", self.judged)

    def of_fate(self, fate: Fate) -> list[Judged]:
        """Return the mutants of one fate."""
        return [one for one in self.judged if one.fate is fate]

    def reason(self, judged: Judged) -> str:
        """Return why a mutant is accepted; "" if it is not."""
        return self.accepted.get((judged.exercise, judged.mutant.change), "")

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "total": self.total.as_data(),
            "rows": [row.as_data() for row in self.rows],
            "survivors": [_listed(one) for one in self.of_fate(Fate.SURVIVED)],
            "caught_by_hidden_only": [_listed(one) for one in self.of_fate(Fate.CAUGHT_BY_HIDDEN)],
            "accepted": [
                _listed(one) | {"reason": self.reason(one)} for one in self.of_fate(Fate.ACCEPTED)
            ],
            "failures": list(self.failures),
        }


def mutate(
    assignments: Sequence[Assignment],
    *,
    workers: int | None = None,
    most: int = MOST,
    progress: Progress = no_progress,
) -> MutationReport:
    """Make mutants of all solutions, and let the checks judge those that do something else.

    Args:
        assignments: whose solutions.
        workers: how many processes; None for the default.
        most: how many mutants of each exercise.
        progress: shows how far it is.

    Raises:
        InputsError: a section's inputs are missing or cannot be used.
    """
    with Workplace(tuple(assignments), workers=workers) as workplace:
        observed = _observe(assignments, most, progress)
        candidates = [
            candidate
            for one in observed
            for candidate in (
                _solution(one, assignments),
                *(_candidate(one, mutant) for mutant, changes in one.mutants if changes),
            )
        ]
        with progress("Judging", len(set(candidates))) as advance:
            verdicts = judge_candidates(candidates, workplace, advance)
    lost = [
        f"{one.assignment} {one.exercise}: the solution itself loses points: "
        + " | ".join(verdicts[_solution(one, assignments)].reasons())
        for one in observed
        if not verdicts[_solution(one, assignments)].passed
    ]
    return account(observed, lambda *about: verdicts[_candidate(*about)], load_accepted(), lost)


def account(
    observed: Iterable[Observed],
    verdict_on: Callable[[Observed, Mutant], Verdict],
    accepted: Sequence[Accepted],
    failures: Sequence[str] = (),
) -> MutationReport:
    """Count what became of mutants, and say what does not hold.

    Args:
        observed: the mutants, and which of them do something else than the solution.
        verdict_on: what the checks say of one that does.
        accepted: which of these a learner may hand in; entries of other exercises are passed over.
        failures: what does not hold already.
    """
    observed = list(observed)
    exercises = {one.exercise for one in observed}
    reasons = {
        (entry.exercise, entry.mutation): entry.reason
        for entry in accepted
        if entry.exercise in exercises
    }
    judged, faults = [], list(failures)
    for one in observed:
        for mutant, changes in one.mutants:
            verdict = verdict_on(one, mutant) if changes else None
            fate = _fate(verdict, (one.exercise, mutant.change) in reasons)
            judged.append(Judged(one.assignment, one.exercise, mutant, fate))
    used = {(one.exercise, one.mutant.change) for one in judged if one.fate is Fate.ACCEPTED}
    faults += [
        f"accepted.toml, {exercise}: {mutation!r} is no mutant that does something else than the "
        "solution and passes all checks. Remove the entry, or mend the check that rejects it."
        for exercise, mutation in reasons
        if (exercise, mutation) not in used
    ]
    report = MutationReport(tuple(judged), (), reasons)
    total = report.total
    if total.share(total.caught) < ENOUGH:
        faults.append(
            f"The checks catch {total.caught} of {total.changing} mutants that do something else "
            f"than the solution; {ENOUGH:.0%} are needed."
        )
    return replace(report, failures=tuple(faults))


def _fate(verdict: Verdict | None, is_accepted: bool) -> Fate:
    """Decide on a mutant; there is no verdict on one that does what the solution does."""
    if verdict is None:
        return Fate.EQUIVALENT
    if any(not check.passed and not check.hidden for check in verdict.checks):
        return Fate.CAUGHT
    if not verdict.passed:
        return Fate.CAUGHT_BY_HIDDEN
    return Fate.ACCEPTED if is_accepted else Fate.SURVIVED


def load_accepted(path: Path | None = None) -> tuple[Accepted, ...]:
    """Read ``accepted.toml``; there need not be one."""
    path = path or FOLDER / "accepted.toml"
    if not path.is_file():
        return ()
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", [])
    return tuple(Accepted(**entry) for entry in entries)


def _observe(assignments: Sequence[Assignment], most: int, progress: Progress) -> list[Observed]:
    """Observe sections, each in a process of its own, two at a time: some train models."""
    with (
        ProcessPoolExecutor(
            2, get_context("spawn"), initializer=_begin, max_tasks_per_child=1
        ) as executor,
        progress("Comparing with the solutions", len(assignments)) as advance,
    ):
        futures = []
        for assignment in assignments:
            inputs = FOLDER / "inputs" / f"{assignment.name}.py"
            future = executor.submit(observe_section, assignment, inputs, most)
            future.add_done_callback(lambda _: advance())
            futures.append(future)
        return [observed for future in futures for observed in future.result()]


def _begin() -> None:
    """Draw on no screen, and keep TensorFlow's words about what this machine lacks to itself."""
    os.environ["MPLBACKEND"] = "Agg"
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno())


def _solution(one: Observed, assignments: Iterable[Assignment]) -> Candidate:
    assignment = next(a for a in assignments if a.name == one.assignment)
    return Candidate(one.assignment, one.exercise, assignment.solution(one.exercise), 0)


def _candidate(one: Observed, mutant: Mutant) -> Candidate:
    return Candidate(one.assignment, one.exercise, mutant.source, 0)


def _row(name: str, judged: Sequence[Judged]) -> Row:
    def count(*fates: Fate) -> int:
        return sum(one.fate in fates for one in judged)

    return Row(
        name,
        len(judged),
        count(Fate.CAUGHT, Fate.CAUGHT_BY_HIDDEN, Fate.SURVIVED),
        count(Fate.CAUGHT),
        count(Fate.CAUGHT, Fate.CAUGHT_BY_HIDDEN),
        count(Fate.ACCEPTED),
    )


def _listed(one: Judged) -> dict[str, str]:
    return {
        "assignment": one.assignment,
        "exercise": one.exercise,
        "kind": one.mutant.kind,
        "change": one.mutant.change,
    }
