"""Checks run question by question, and tell a learner the author's words and nothing else."""

import os
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.notebook import LocalNotebook
from course.pytest_plugin import Asked
from course.questions import ChecksError, Questions, run_questions
from course.verdict import CheckResult, Verdict

HEAD = """\
import numpy as np
import pytest
from numpy.testing import assert_allclose

"""

DOUBLE = '''\
@pytest.mark.question("double", lesson="01-see#twice")
class TestDouble:
    hints = ("the idea", "the symptom", "nearly the code")

    @pytest.mark.points(1)
    def test_of_two(self, learner):
        """Two becomes four.

        The rest of the docstring is for authors.
        """
        found = learner.double(2)
        assert found == 4, f"double(2) is {found}, it should be 4."

    @pytest.mark.points(2)
    def test_agrees(self, learner, reference):
        """It agrees with the reference."""
        assert_allclose(learner.double(1234.5), reference.double(1234.5))

    @pytest.mark.hidden
    @pytest.mark.points(4)
    def test_of_zero(self, learner):
        """Zero stays zero."""
        assert learner.double(0) == 0, "Zero should stay zero."
'''

Write = Callable[[str], Path]


@pytest.fixture(autouse=True)
def plain_asserts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the pytest that runs this file from rewriting check modules; a grader has no such."""
    finders = [finder for finder in sys.meta_path if "Rewriting" not in type(finder).__name__]
    monkeypatch.setattr(sys, "meta_path", finders)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a check module. Its folder's name is part of its own: each test has another one."""

    def write_module(text: str) -> Path:
        path = tmp_path / "test_01_see.py"
        path.write_text(HEAD + textwrap.dedent(text), encoding="utf-8")
        return path

    return write_module


def ask(
    module: Path, name: str, learner: dict, reference: dict | None = None, **options: Any
) -> Verdict:
    def work(questions: Questions) -> Verdict:
        asked = None if reference is None else LocalNotebook(reference)
        return questions.ask(name, Asked(LocalNotebook(learner), asked))

    verdict: Verdict = run_questions([module], work, **options)
    return verdict


def single(write: Write, body: str, **names: Any) -> CheckResult:
    """Run one check with some body on a notebook; return what came out."""
    text = (
        '@pytest.mark.question("f")\nclass TestF:\n    @pytest.mark.points(3)\n'
        '    def test_it(self, learner):\n        """The title."""\n'
        + textwrap.indent(textwrap.dedent(body), " " * 8)
    )
    (check,) = ask(write(text), "f", names).checks
    return check


RIGHT = {"double": lambda x: 2 * x}
WRONG = {"double": lambda x: x}


def test_each_check_brings_its_points_title_and_whether_it_is_hidden(write: Write) -> None:
    verdict = ask(write(DOUBLE), "double", RIGHT, RIGHT)
    assert verdict.checks == (
        CheckResult("Two becomes four.", 1, True),
        CheckResult("It agrees with the reference.", 2, True, hidden=True),
        CheckResult("Zero stays zero.", 4, True, hidden=True),
    )
    assert (verdict.earned, verdict.points, verdict.passed) == (7, 7, True)
    assert verdict.lesson == "01-see#twice"
    assert verdict.hints == ("the idea", "the symptom", "nearly the code")


def test_points_are_lost_check_by_check_with_a_reason(write: Write) -> None:
    verdict = ask(write(DOUBLE), "double", WRONG, RIGHT)
    assert verdict.earned == 4
    assert verdict.reasons()[0] == "double(2) is 2, it should be 4."


def test_a_hidden_check_tells_no_value_that_it_expects(write: Write) -> None:
    verdict = ask(write(DOUBLE), "double", WRONG, RIGHT)
    hidden = verdict.checks[1]
    assert hidden.message == "This does not hold: It agrees with the reference."
    assert "2469" not in repr(verdict)


def test_a_visible_check_may_tell_the_first_words_of_a_library(write: Write) -> None:
    check = single(write, "assert_allclose(learner.f(), 4)", f=lambda: 2)
    assert check.message.startswith("This does not hold: The title. Not equal to tolerance")
    assert "ACTUAL" not in check.message


def test_a_check_without_a_message_tells_its_title_and_no_introspection(write: Write) -> None:
    check = single(write, "assert learner.f() == 4", f=lambda: 2)
    assert check.message == "This does not hold: The title."


def test_an_exception_that_was_expected_and_did_not_come_is_told_by_the_title(write: Write) -> None:
    check = single(write, "with pytest.raises(ValueError):\n    learner.f()", f=lambda: 2)
    assert check.message.startswith("This does not hold: The title.")
    assert not check.passed


def test_the_authors_own_failure_is_told_in_their_words(write: Write) -> None:
    assert single(write, 'pytest.fail("in my words")').message == "in my words"


def test_visible_only_leaves_hidden_checks_out(write: Write) -> None:
    verdict = ask(write(DOUBLE), "double", RIGHT, visible_only=True)
    assert [check.title for check in verdict.checks] == ["Two becomes four."]


def test_a_fixture_that_asks_for_the_reference_hides_its_check(write: Write) -> None:
    module = write('''
        @pytest.fixture
        def expected(reference):
            return reference.f()

        @pytest.mark.question("f")
        class TestF:
            @pytest.mark.points(1)
            def test_it(self, learner, expected):
                """Agrees."""
                assert learner.f() == expected
        ''')
    (check,) = ask(module, "f", {"f": lambda: 1}, {"f": lambda: 1}).checks
    assert check == CheckResult("Agrees.", 1, True, hidden=True)


def test_a_hidden_check_without_a_reference_earns_nothing(write: Write) -> None:
    verdict = ask(write(DOUBLE), "double", RIGHT)
    assert not verdict.checks[1].passed
    assert "what only a grader has" in verdict.checks[1].message


def test_what_a_check_leaves_on_self_is_not_seen_by_the_next_learner(write: Write) -> None:
    module = write('''
        @pytest.mark.question("f")
        class TestF:
            @pytest.mark.points(1)
            def test_it(self, learner):
                """Asks once."""
                assert not hasattr(self, "answer"), "Someone was here."
                self.answer = learner.f()
        ''')

    def twice(questions: Questions) -> list[Verdict]:
        return [questions.ask("f", Asked(LocalNotebook({"f": lambda: 1}))) for _ in range(2)]

    assert [verdict.earned for verdict in run_questions([module], twice)] == [1, 1]


def test_fixtures_are_fresh_for_each_learner(write: Write) -> None:
    module = write('''
        @pytest.mark.question("f")
        class TestF:
            @pytest.mark.points(1)
            def test_it(self, learner, digits, labels, rng):
                """Spoils what it gets."""
                assert digits.shape == (64, 28, 28), "digits"
                assert digits.dtype == np.uint8, "dtype"
                assert digits.max() == 255, "spoiled digits"
                assert set(labels) == set(range(10)), "spoiled labels"
                assert rng.random() == np.random.default_rng(0).random(), "used generator"
                digits[:] = 0
                labels[:] = 0
        ''')

    def twice(questions: Questions) -> list[Verdict]:
        return [questions.ask("f", Asked(LocalNotebook({}))) for _ in range(2)]

    assert [verdict.reasons() for verdict in run_questions([module], twice)] == [[], []]


@pytest.mark.parametrize("leave", ['pytest.skip("no")', "pytest.importorskip('no_such_module')"])
def test_a_check_that_is_skipped_earns_nothing(write: Write, leave: str) -> None:
    check = single(write, leave)
    assert (check.passed, check.earned) == (False, 0)
    assert check.message == "This check was left out and earns nothing."


@pytest.mark.parametrize("mark", ["skip", "xfail", "xfail(run=False)", 'skipif(True, reason="x")'])
def test_a_check_marked_to_be_left_out_earns_nothing(write: Write, mark: str) -> None:
    module = write(f'''
        @pytest.mark.question("f")
        class TestF:
            @pytest.mark.{mark}
            @pytest.mark.points(1)
            def test_it(self, learner):
                """The title."""
                assert False, "no"
        ''')
    verdict = ask(module, "f", {})
    assert verdict.earned == 0
    assert verdict.reasons() != [""]


@pytest.mark.parametrize("phase", ["before", "after"])
def test_a_fixture_that_fails_earns_nothing(write: Write, phase: str) -> None:
    module = write(f'''
        @pytest.fixture
        def helper():
            assert "{phase}" != "before"
            yield
            assert "{phase}" != "after"

        @pytest.mark.question("f")
        class TestF:
            @pytest.mark.points(1)
            def test_it(self, learner, helper):
                """The title."""
        ''')
    verdict = ask(module, "f", {})
    assert verdict.earned == 0
    assert verdict.reasons() == ["This does not hold: The title."]


def test_a_wrong_kind_of_answer_is_told_kindly(write: Write) -> None:
    check = single(write, "learner.f().shape", f=lambda: None)
    assert "a form that this check cannot read (AttributeError)" in check.message


@pytest.mark.parametrize(
    ("functions", "told"),
    [
        ({}, "`f` is not defined. Run the cell that defines it, and keep its name."),
        ({"f": lambda: 1 / 0}, "`f` raised ZeroDivisionError: division by zero."),
        ({"f": lambda: 2**99}, "The answer cannot be read: an integer of more than 64 bits."),
    ],
    ids=["missing", "raises", "huge"],
)
def test_what_goes_wrong_in_the_notebook_is_told_in_a_sentence(
    write: Write, functions: dict, told: str
) -> None:
    message = single(write, "learner.f()", **functions).message
    assert message[0].upper() + message[1:] == told


def test_a_function_that_ends_the_process_ends_only_its_check(write: Write) -> None:
    check = single(write, "learner.f()", f=lambda: sys.exit(0))
    assert not check.passed
    assert "`f` raised SystemExit" in check.message


def test_a_message_is_text_that_can_be_written_to_a_file(write: Write) -> None:
    check = single(write, 'raise AssertionError("a\\ud800b\\x00c" + "x" * 100_000)')
    check.message.encode("utf-8")
    assert check.message.startswith("a?b")
    assert "\x00" not in check.message
    assert len(check.message) < 5_000


def test_an_unknown_question_is_an_error_of_the_caller(write: Write) -> None:
    with pytest.raises(KeyError):
        ask(write(DOUBLE), "triple", RIGHT)


def test_questions_come_in_the_order_of_the_module(write: Write) -> None:
    text = "".join(
        f'@pytest.mark.question("{name}")\nclass Test{name.upper()}:\n'
        f"    def test_it(self):\n        pass\n"
        for name in "bca"
    )
    assert run_questions([write(text)], Questions.names) == ["b", "c", "a"]


@pytest.mark.parametrize("text", ["import no_such_module", "def broken(:", "1 / 0"])
def test_a_module_that_does_not_import_is_said_to_be_broken(write: Write, text: str) -> None:
    module = write(text)
    with pytest.raises(ChecksError, match=r"test_01_see\.py"):
        run_questions([module], Questions.names)


def test_a_module_that_is_missing_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ChecksError, match="test_gone"):
        run_questions([tmp_path / "test_gone.py"], Questions.names)


def test_no_modules_are_an_error() -> None:
    with pytest.raises(ChecksError, match="no check modules"):
        run_questions([], Questions.names)


def test_an_exception_in_the_work_reaches_the_caller(write: Write) -> None:
    def work(questions: Questions) -> None:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        run_questions([write(DOUBLE)], work)


def test_settings_of_another_pytest_have_no_say(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conftest.py").write_text("raise RuntimeError('a conftest of someone else')")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "--color=yes")
    assert ask(write(DOUBLE), "double", RIGHT, RIGHT).passed
    assert os.environ["PYTEST_ADDOPTS"] == "--color=yes"


def test_what_is_written_to_stderr_during_the_work_is_seen(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    run_questions([write(DOUBLE)], lambda questions: print("a warning", file=sys.stderr))
    assert capsys.readouterr().err == "a warning\n"
