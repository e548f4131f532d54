"""`check` shows what holds and what does not, promises nothing more, and never stops a notebook."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from course import checking
from course.checking import CheckFailed, as_html, as_text, check, hint
from course.verdict import CheckResult, Verdict

CHECKS = '''\
import pytest


@pytest.mark.question("double", lesson="01-see#twice")
class TestDouble:
    hints = ("The idea is <b>.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(1)
    def test_of_two(self, learner):
        """Two becomes four."""
        found = learner.double(2)
        assert found == 4, f"double(2) is {found!r}, it should be 4."

    @pytest.mark.points(2)
    def test_of_three(self, learner):
        """Three becomes six."""
        found = learner.double(3)
        assert found == 6, f"double(3) is {found!r}, it should be 6."

    @pytest.mark.hidden
    @pytest.mark.points(4)
    def test_of_zero(self, learner):
        """A hidden title."""
        assert learner.double(0) == 0, "A hidden reason."


@pytest.mark.question("single")
class TestSingle:
    hints = ()

    @pytest.mark.points(1)
    def test_it(self, learner):
        """It is one."""
        assert learner.single() == 1, "It is not."
'''


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a folder with visible checks, outside of nbgrader and of a notebook."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    finders = [finder for finder in sys.meta_path if "Rewriting" not in type(finder).__name__]
    monkeypatch.setattr(sys, "meta_path", finders)
    (tmp_path / "test_01_see.py").write_text(CHECKS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """Be in a notebook: IPython has a shell, with names of its own."""
    InteractiveShell.clear_instance()
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def double(x: Any) -> Any:
    """The learner's function, which `check` finds in the module that calls it."""
    return 2 * x


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_a_right_answer_is_told_with_each_visible_check(capsys: pytest.CaptureFixture[str]) -> None:
    check("double")
    assert shown(capsys) == (
        "double: 2 of 2 visible checks pass; more are run when it is graded.\n"
        "  ✓ Two becomes four. (1 point)\n"
        "  ✓ Three becomes six. (2 points)\n"
    )


def test_a_wrong_answer_is_told_with_reason_lesson_and_hints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "double", lambda x: 4)
    check("double")
    assert shown(capsys) == (
        "double: 1 of 2 visible checks pass; more are run when it is graded.\n"
        "  ✓ Two becomes four. (1 point)\n"
        "  ✗ Three becomes six. (2 points)\n"
        "      double(3) is 4, it should be 6.\n"
        "  Read: lesson 01-see, section “twice”.\n"
        '  Hints, from gentle to nearly the code: hint("double"), hint("double", 2), '
        'hint("double", 3)\n'
    )


def test_one_check_is_spoken_of_in_the_singular(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "single", lambda: 1)
    check("single")
    assert "1 of 1 visible check passes; more are run" in shown(capsys)


@pytest.mark.parametrize("result", [4, 6, None])
def test_it_is_never_said_that_all_passed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, result: Any
) -> None:
    if result is not None:
        monkeypatch.setitem(globals(), "double", lambda x: result)
    check("double")
    said = shown(capsys)
    assert not re.search(r"\ball\b", said, re.IGNORECASE)
    assert "more are run when it is graded" in said
    assert "hidden" not in said.lower()


def test_a_reason_is_given_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stub(x: Any) -> Any:
        raise NotImplementedError

    monkeypatch.setitem(globals(), "double", stub)
    check("double")
    assert shown(capsys).count("is not written yet") == 1


def test_what_a_function_prints_while_it_is_checked_is_dropped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "double", lambda x: print("debug") or 2 * x)
    check("double")
    assert "debug" not in shown(capsys)


def test_an_unknown_exercise_is_said_to_be_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    check("doubel")
    assert "There is no exercise called 'doubel' here." in shown(capsys)


def test_a_name_that_is_part_of_another_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    check("doubl")
    assert "There is no exercise called" in shown(capsys)


def test_checks_are_found_beside_the_notebook_first(folder: Path) -> None:
    assert checking.find_checks("double") == folder / "test_01_see.py"


def test_a_file_of_ones_own_that_is_no_utf8_is_no_obstacle(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "test_00_mine.py").write_bytes(b"# caf\xe9\n")
    check("double")
    assert "2 of 2 visible checks pass" in shown(capsys)


@pytest.mark.parametrize("stage", ["validate", "autograde"])
def test_nbgrader_hears_of_a_failing_check_by_an_exception(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", stage)
    monkeypatch.setitem(globals(), "double", lambda x: 4)
    with pytest.raises(CheckFailed, match=r"double\(3\) is 4, it should be 6\."):
        check("double")
    assert shown(capsys) == ""


@pytest.mark.parametrize("stage", ["validate", "autograde"])
def test_nbgrader_hears_nothing_of_a_right_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", stage)
    check("double")
    assert shown(capsys) == ""


def test_nbgrader_hears_of_an_exercise_without_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    # Silence would be full marks.
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(CheckFailed, match="no exercise called 'doubel'"):
        check("doubel")


@pytest.mark.parametrize("setting", ["", "other"])
def test_no_other_setting_makes_a_check_raise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], setting: str
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", setting)
    monkeypatch.setitem(globals(), "double", lambda x: 4)
    check("double")
    assert "1 of 2 visible checks pass" in shown(capsys)


def test_a_notebook_is_asked_for_its_own_names_and_shown_html(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundles: list[dict] = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: bundles.append(data))
    shell.run_cell("def double(x):\n    return x\nfrom course import check\ncheck('double')")
    (bundle,) = bundles
    assert "0 of 2 visible checks pass" in bundle["text/plain"]
    assert "double(2) is 2" in bundle["text/html"]


def test_a_failing_check_does_not_stop_a_notebook(shell: InteractiveShell) -> None:
    shell.run_cell("def double(x):\n    raise KeyError(x)\nfrom course import check")
    result = shell.run_cell("check('double')\nreached = True")
    assert result.success
    assert shell.user_ns["reached"]


def test_a_hint_is_given_by_its_step(capsys: pytest.CaptureFixture[str]) -> None:
    hint("double")
    hint("double", 3)
    assert shown(capsys).splitlines() == [
        "Hint 1 of 3 · The idea is <b>.",
        "Hint 3 of 3 · Nearly the code.",
    ]


@pytest.mark.parametrize(
    ("name", "tier"), [("double", 4), ("double", 0), ("single", 1), ("doubel", 1)]
)
def test_a_hint_that_is_not_there_is_said_not_to_be(
    capsys: pytest.CaptureFixture[str], name: str, tier: int
) -> None:
    hint(name, tier)
    assert shown(capsys) == f"There is no hint {tier} for '{name}'.\n"


HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">&amp;'


def hostile_verdict() -> Verdict:
    checks = (CheckResult(HOSTILE, 1, False, f"first\n{HOSTILE}"), CheckResult("right", 2, True))
    return Verdict(HOSTILE, checks, f"{HOSTILE}#{HOSTILE}", (HOSTILE,))


def test_html_shows_texts_and_never_runs_them() -> None:
    shown_html = as_html(hostile_verdict())
    assert "<script" not in shown_html
    assert "<img" not in shown_html
    assert "&lt;script&gt;alert(1)" in shown_html
    assert "&amp;amp;" in shown_html
    assert "first<br>" in shown_html


def test_html_says_what_the_text_says() -> None:
    checks = (CheckResult("A title.", 1, False, "A reason."), CheckResult("Another.", 2, True))
    verdict = Verdict("double", checks, "01-see#twice", ("One.", "Two.", "Three."))
    rich, plain = as_html(verdict), as_text(verdict)
    for piece in (
        "1 of 2 visible checks pass; more are run when it is graded.",
        "✗ A title.",
        "✓ Another.",
        "A reason.",
        "Read: lesson 01-see, section “twice”.",
    ):
        assert piece in rich
        assert piece in plain
    assert rich.count("<details") == 3


def test_html_of_a_right_answer_gives_no_hints() -> None:
    verdict = Verdict("double", (CheckResult("A title.", 1, True),), "01-see", ("One.",))
    assert "One." not in as_html(verdict)
    assert "Read" not in as_html(verdict)
