"""The probe of what is printed tells it, and shows nothing."""

import sys

import pytest

from course import probes
from course.notebook import LocalNotebook


def test_what_is_printed_is_told_and_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    def double(number: int) -> int:
        print("twice", number)
        print("elsewhere", file=sys.stderr)
        return 2 * number

    printed = LocalNotebook({"double": double}).ask(probes.text_printed, "double", 3)
    assert printed == "twice 3\n"
    assert not capsys.readouterr().out


def test_of_a_quiet_function_nothing_is_told() -> None:
    assert LocalNotebook({"f": lambda: "quiet"}).ask(probes.text_printed, "f") == ""
