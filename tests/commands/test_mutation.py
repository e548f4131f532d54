"""`autograder mutate`: which changes it makes, when a change counts, and what it makes of them."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.mutation import behavior, campaign
from autograder.mutation.behavior import Observed, observe_section, same
from autograder.mutation.campaign import Accepted, Fate, account
from autograder.mutation.operators import Mutant, mutants_of
from autograder.workers import Workplace
from course.verdict import CheckResult, Verdict

SOLUTION = '''\
def share(images, labels, digit=3):
    """Return a share."""
    before = 255 + len(images)
    ### BEGIN SOLUTION
    lit = np.mean(
        images / 255,
        axis=-1,
        keepdims=True,
    )
    if digit < 4 and lit.any():
        lit = lit[1:]
    model = Dense(8, activation="relu")
    return float(np.sum(lit == labels)), 0.5
    ### END SOLUTION
'''

INPUTS = """
import numpy as np
from autograder.mutation.behavior import call

OBSERVATIONS = {
    "double": [call("double", [1, 3]), call("double", np.array([0.5]))],
    "middle": [call("middle", np.array([4.0, 9.0, 2.0])), call("middle", [7])],
}
"""


def _changes(source: str = SOLUTION, function: str = "share", most: int = 1_000) -> set[str]:
    return {mutant.change for mutant in mutants_of(source, function, most)}


def _only(expression: str) -> set[str]:
    """Return what becomes of a line that returns an expression of a and b."""
    source = (
        f"def f(a, b):\n    ### BEGIN SOLUTION\n    return {expression}\n    ### END SOLUTION\n"
    )
    return {change.partition(" → ")[2].removeprefix("return ") for change in _changes(source, "f")}


# --- the mutants of a solution


@pytest.mark.parametrize(
    ("expression", "mutated"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("a not in b", {"a in b"}),
        ("a + b", {"a - b"}),
        ("(a) @ (b)", {"(a) * (b)"}),
        ("a and b", {"a or b", "a", "b"}),
        ("not a", {"a"}),
        ("-a", {"a"}),
        ("a if a else b", {"a", "b"}),
        ("np.sum(a, axis=0)", {"np.sum(a, axis=1)", "np.sum(a, axis=-1)", "np.sum(a)"}),
        ("a ** 3", {"a ** 4", "a ** 2", "a ** 6", "a ** -3", "a * 3"}),
        ("a[-1]", {"a[0]", "a[-2]", "a[1]"}),
        ("a * 0.5", {"a * 0.55", "a * 0.25", "a * -0.5"}),
        ("g(c=True)", {"g(c=False)", "g()"}),
        ("g('valid')", {"g('same')"}),
        ("g('words')", {"g('')"}),
        ("np.argmax(a)", {"np.argmin(a)"}),
        ("g(a, b)", {"g(b, a)", "g(a)", "g(b)", "g(a + 1, b)", "g(a, 2 * b)", "g(b, b)"}),
        ("a[2:b]", {"a[:b]", "a[2:]"}),
        ("a, 7", {"7, a", "7", "a", "a, 8", "print(a, 7)"}),
        ("a", {"2 * (a)", "-(a)", "(a) + 1", "[a]", "print(a)", "(a)[:-1]", "b", "None"}),
    ],
)
def test_each_kind_of_change_is_made(expression: str, mutated: set[str]) -> None:
    assert mutated <= _only(expression)


def test_the_stub_nothing_and_the_first_argument_are_always_among_them() -> None:
    first = [mutant.change for mutant in mutants_of(SOLUTION, "share", 3)]
    assert first == [
        "the body → raise NotImplementedError()",
        "the body → return None",
        "the body → return images",
    ]


def test_statements_are_dropped_and_lines_of_long_calls_too() -> None:
    changes = _changes()
    assert "keepdims=True, → nothing" in changes
    assert 'model = Dense(8, activation="relu") → pass' in changes


def test_nothing_outside_the_solution_is_changed() -> None:
    begin = SOLUTION.index("### BEGIN")
    for mutant in mutants_of(SOLUTION, "share", 1_000):
        assert mutant.source.startswith(SOLUTION[:begin])


def test_a_cell_without_a_region_keeps_its_docstring() -> None:
    source = 'def f(a):\n    """Return a."""\n    return a - 1\n'
    mutants = mutants_of(source, "f", 1_000)
    assert len(mutants) >= 10
    assert all('"""Return a."""' in mutant.source for mutant in mutants)


def test_mutants_are_programs_that_differ_and_have_names_of_their_own() -> None:
    mutants = mutants_of(SOLUTION, "share", 1_000)
    for mutant in mutants:
        compile(mutant.source, "mutant", "exec")
    assert len({mutant.source for mutant in mutants} | {SOLUTION}) == len(mutants) + 1
    assert len({mutant.change for mutant in mutants}) == len(mutants)


def test_the_same_few_are_chosen_each_time_and_of_many_kinds() -> None:
    some = mutants_of(SOLUTION, "share", 15)
    assert some == mutants_of(SOLUTION, "share", 15)
    assert len(some) == 15
    assert len({mutant.kind for mutant in some}) >= 10


# --- what counts as doing the same


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([1, 2], np.array([1.0, 2.0], np.float32)),
        (np.array([np.nan, np.inf, 1.0]), [np.nan, np.inf, 1.000001]),
        (np.array([1e-9, 1.0]), np.array([0.0, 1.0])),
        ({"mean": 1.0}, {"mean": 1, "more": "text"}),
        ([[1, 2], [3]], [[1.0, 2.0], [3]]),
        (np.float64(3), 3),
        ("text", "text"),
        (None, None),
    ],
)
def test_answers_that_no_contract_tells_apart_are_the_same(first: Any, second: Any) -> None:
    assert same(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([1, 2], [2, 1]),
        ([1.0], [1.0001]),
        (np.zeros(3), np.zeros((3, 1))),
        (1.0, [1.0]),
        (0.0, 1e-6),
        ({"mean": 1.0, "more": 2}, {"mean": 1.0}),
        ([[1, 2], [3]], [[1, 2], [3, 4]]),
        ("3", 3),
        (None, 0),
        ([np.nan], [0.0]),
    ],
)
def test_answers_that_differ_are_not_the_same(first: Any, second: Any) -> None:
    assert not same(first, second)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Write the inputs of the tiny course."""
    path = tmp_path / "inputs" / "01_tiny.py"
    path.parent.mkdir()
    path.write_text(INPUTS, encoding="utf-8")
    return path


def _observed(course: Any, inputs: Path) -> dict[str, dict[str, bool]]:
    """Return whether each change does something else, by exercise."""
    return {
        one.exercise: {mutant.change: changes for mutant, changes in one.mutants}
        for one in observe_section(course.tiny, inputs, 1_000)
    }


def test_mutants_are_compared_on_the_inputs(course: Any, inputs: Path) -> None:
    double = _observed(course, inputs)["double"]
    line = "return FACTOR * np.asarray(numbers)"
    assert double[f"{line} → return FACTOR * np.asarray(numbers + 1)"]
    assert double[f"{line} → return -(FACTOR * np.asarray(numbers))"]
    assert double["the body → return None"]


def test_a_change_that_no_input_shows_does_not_count(course: Any, inputs: Path) -> None:
    line = "return float(np.mean(numbers))"
    sums = f"{line} → return float(np.sum(numbers))"
    assert _observed(course, inputs)["middle"][sums]
    inputs.write_text(INPUTS.replace("np.array([4.0, 9.0, 2.0])", "np.array([3.0])"))
    assert not _observed(course, inputs)["middle"][sums]


def test_a_mutant_that_never_ends_does_something_else(
    course: Any, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "def double(numbers):\n    while True:\n        numbers = numbers\n"
    right = "def double(numbers):\n    return np.asarray(numbers) + numbers\n"
    mutants = Mutant("loop", "endless", endless), Mutant("other", "right", right)
    monkeypatch.setattr(behavior, "mutants_of", lambda *_: mutants)
    monkeypatch.setattr(behavior, "_SECONDS", 0.1)
    assert _observed(course, inputs)["double"] == {"endless": True, "right": False}


def test_changed_arguments_and_errors_count() -> None:
    def appends(numbers: list[int]) -> int:
        numbers.append(1)
        return 0

    def fails(numbers: list[int]) -> int:
        raise KeyError

    def look(function: Any) -> Any:
        return behavior._outcome(behavior.call("f", [1]), {"f": function})

    keeps = look(lambda numbers: 0)
    assert not same(keeps, look(appends))
    assert not same(keeps, look(fails))
    assert same(look(fails), look(fails))


@pytest.mark.parametrize(
    ("replaced", "by", "said"),
    [
        (
            '"middle": [call("middle", np.array([4.0, 9.0, 2.0])), call("middle", [7])],',
            "",
            "no observations",
        ),
        ('call("double", [1, 3])', "lambda notebook: next(COUNT)", "differ"),
    ],
)
def test_inputs_that_tell_nothing_are_found(
    course: Any, inputs: Path, replaced: str, by: str, said: str
) -> None:
    inputs.write_text(
        "import itertools\nCOUNT = itertools.count()\n" + INPUTS.replace(replaced, by)
    )
    with pytest.raises(behavior.InputsError, match=said):
        _observed(course, inputs)


# --- what is made of the verdicts

MUTANTS = {
    name: Mutant("kind", name, name) for name in ("seen", "hidden", "free", "missed", "same")
}


def _verdict(*passed: bool) -> Verdict:
    """Return a verdict of a visible and of a hidden check."""
    checks = zip(passed, (False, True), strict=True)
    return Verdict(
        "double", tuple(CheckResult("title", 1, ok, hidden=hidden) for ok, hidden in checks)
    )


VERDICTS = {
    "seen": _verdict(False, True),
    "hidden": _verdict(True, False),
    "free": _verdict(True, True),
    "missed": _verdict(True, True),
}
FREE = Accepted("double", "free", "the contract leaves it open")


def _account(*accepted: Accepted, times: int = 1) -> campaign.MutationReport:
    some = tuple((mutant, name != "same") for name, mutant in MUTANTS.items())
    more = tuple((Mutant("kind", f"seen {i}", "seen"), True) for i in range(times))
    observed = [Observed("01_tiny", "double", some + more)]
    return account(observed, lambda _, mutant: VERDICTS[mutant.source], accepted)


def test_each_mutant_has_its_fate() -> None:
    fates = {one.mutant.change: one.fate for one in _account(FREE).judged}
    assert fates["seen"] is Fate.CAUGHT
    assert fates["hidden"] is Fate.CAUGHT_BY_HIDDEN
    assert fates["free"] is Fate.ACCEPTED
    assert fates["missed"] is Fate.SURVIVED
    assert fates["same"] is Fate.EQUIVALENT


def test_what_is_the_same_or_accepted_is_not_counted() -> None:
    total = _account(FREE).total
    assert (total.mutants, total.changing, total.accepted) == (6, 4, 1)
    assert (total.caught_by_visible, total.caught) == (2, 3)
    assert total.as_data()["share"] == 3 / 4


def test_too_few_that_are_caught_are_a_failure() -> None:
    assert "catch 3 of 4" in " ".join(_account(FREE).failures)
    assert not _account(FREE, times=20).failures


@pytest.mark.parametrize("mutation", ["gone", "same", "seen", "hidden"])
def test_an_entry_that_accepts_nothing_is_a_failure(mutation: str) -> None:
    report = _account(FREE, Accepted("double", mutation, "a reason"), times=40)
    assert len(report.failures) == 1
    assert repr(mutation) in report.failures[0]


def test_entries_of_exercises_that_were_not_tried_are_passed_over() -> None:
    assert not _account(FREE, Accepted("triple", "gone", "a reason"), times=20).failures


def test_survivors_and_reasons_are_listed_for_machines() -> None:
    data = _account(FREE).as_data()
    assert [one["change"] for one in data["survivors"]] == ["missed"]
    assert [one["change"] for one in data["caught_by_hidden_only"]] == ["hidden"]
    assert [one["reason"] for one in data["accepted"]] == [FREE.reason]
    json.dumps(data)


def test_accepted_entries_name_exercise_mutation_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    assert campaign.load_accepted(path) == ()
    path.write_text('[[accepted]]\nexercise = "f"\nmutation = "a → b"\nreason = "free"\n')
    assert campaign.load_accepted(path) == (Accepted("f", "a → b", "free"),)


@pytest.mark.sandbox
def test_checks_judge_the_mutants_of_a_course(
    course: Any, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign, "FOLDER", inputs.parent.parent)
    monkeypatch.setattr(campaign, "Workplace", partial(Workplace, with_tensorflow=False))
    report = campaign.mutate([course.tiny], most=8)
    assert {one.exercise for one in report.judged} == {"double", "middle"}
    assert report.total.mutants == 16
    stubs = [one for one in report.judged if "NotImplementedError" in one.mutant.change]
    assert [one.fate for one in stubs] == [Fate.CAUGHT, Fate.CAUGHT]
    assert report.total.caught == report.total.changing
    assert not report.failures


@pytest.mark.proof
@pytest.mark.sandbox
def test_the_checks_of_the_course_catch_nearly_all() -> None:
    command = [sys.executable, "-m", "autograder.cli", "mutate", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3_600)
    report = json.loads(done.stdout)
    assert report["failures"] == []
    assert done.returncode == 0
    assert len(report["rows"]) == 10
    assert report["total"]["share"] >= 0.95
    assert all(one["reason"] for one in report["accepted"])
