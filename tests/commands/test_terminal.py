"""What learners wrote is text in a terminal, too: it sets no title and clears nothing."""

import pytest

from autograder import cli

HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\rover\x08 \u202eright to left"


@pytest.mark.parametrize(("student", "reason"), [("ada", HOSTILE), (f"eve {HOSTILE}", "Why.")])
def test_a_terminal_obeys_no_learner(
    capsys: pytest.CaptureFixture[str], student: str, reason: str
) -> None:
    lost = [{"question": "double", "points": 1, "reason": reason}]
    record = {"student": student, "assignment": "04", "score": 1.0, "max_score": 2.0, "lost": lost}
    cli.show_records([record])
    shown = capsys.readouterr().out
    assert "right to left" in shown
    assert not set(shown) & set("\x1b\x07\x9b\r\x08\u202e")


def test_a_warning_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    cli._warn(f"{HOSTILE}: no assignment")
    assert not set(capsys.readouterr().err) & set("\x1b\x07\x9b\r\x08\u202e")


def test_letters_of_all_languages_stay_as_they_are() -> None:
    text = "Zoë, 李雷, Ωμέγα, שָׁלוֹם, 👩\u200d🏫\n\ttab"
    assert cli._for_terminal(text) == text
