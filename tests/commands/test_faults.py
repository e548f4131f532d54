"""Foreseeable faults end in one clear sentence and an exit code, never in a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PIPED = {**os.environ, "COLUMNS": "200"}


def autograder(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as people do, with its output piped."""
    return subprocess.run(
        [sys.executable, "-m", "autograder.cli", *map(str, arguments)],
        env={**PIPED, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_one_sentence(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    said = " ".join(done.stderr.split())
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in said


def test_a_missing_folder_is_named_and_the_layout_explained(tmp_path: Path) -> None:
    done = autograder("grade", tmp_path / "nowhere")
    assert_one_sentence(done, "nowhere", "submitted/STUDENT/04_prepare/04_prepare.ipynb")


def test_an_empty_folder_is_nothing_to_grade(tmp_path: Path) -> None:
    assert_one_sentence(autograder("grade", tmp_path), "nothing to grade")


def test_an_unknown_student_is_named(tmp_path: Path) -> None:
    (tmp_path / "ada" / "04_prepare").mkdir(parents=True)
    assert_one_sentence(autograder("grade", tmp_path, "--student", "nobody"), "'nobody'")


def test_an_unknown_assignment_is_told_which_there_are(tmp_path: Path) -> None:
    done = autograder("grade", tmp_path, "--assignment", "99_wisdom")
    assert_one_sentence(done, "99_wisdom", "04_prepare", "05_build")


def test_a_file_that_is_no_notebook_is_no_notebook(tmp_path: Path) -> None:
    letter = tmp_path / "04_prepare.ipynb"
    letter.write_text("Dear instructor,\n")
    assert_one_sentence(autograder("grade", letter), "not a notebook")


def test_a_notebook_of_another_course_is_not_graded(tmp_path: Path) -> None:
    other = tmp_path / "other.ipynb"
    other.write_text('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}')
    assert_one_sentence(autograder("grade", other), "other.ipynb", "not a notebook of 00_")


def test_a_gradebook_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "submitted" / "ada" / "04_prepare").mkdir(parents=True)
    database = f"sqlite:///{tmp_path / 'no such folder' / 'gradebook.db'}"
    done = autograder("grade", tmp_path / "submitted", "--db", database)
    assert_one_sentence(done, "gradebook", "no such folder")


def test_without_bubblewrap_nobody_is_graded_and_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "submitted" / "ada" / "04_prepare").mkdir(parents=True)
    done = autograder("grade", tmp_path / "submitted", PATH=str(tmp_path))
    assert_one_sentence(done, "bubblewrap", "apt-get install")


def test_a_sandbox_of_another_name_is_refused(tmp_path: Path) -> None:
    done = autograder("grade", tmp_path, "--sandbox", "cardboard")
    assert_one_sentence(done, "bubblewrap, none")


def test_on_windows_it_says_where_grading_works(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder import cli

    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit, match="WSL2"):
        cli.main()


def test_on_a_mac_it_says_where_grading_works(monkeypatch: pytest.MonkeyPatch) -> None:
    import platform

    from autograder.sandbox import SandboxError, Zygote

    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    with pytest.raises(SandboxError, match=r"needs Linux .* This is Darwin"):
        Zygote().start()


@pytest.mark.parametrize(
    "command", ["release", "grade", "verify", "feedback", "report", "export", "demo"]
)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    done = autograder(command, "--help")
    assert done.returncode == 0
    assert f"Example: autograder {command}" in done.stdout
