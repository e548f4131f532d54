"""All solved notebooks run from top to bottom, experiments included, without a network."""

import subprocess
import sys

import pytest

from autograder import repository

# A world like this one, with no network but the machine's own.
OFFLINE = ["bwrap", "--dev-bind", "/", "/", "--unshare-net"]


@pytest.mark.proof
@pytest.mark.parametrize("name", repository.assignment_names())
def test_a_solved_notebook_runs_to_its_end_and_all_its_checks_pass(name: str) -> None:
    command = [*OFFLINE, sys.executable, "-m", "autograder.cli", "rehearse", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{name}: ")


def test_there_are_ten() -> None:
    assert len(repository.assignment_names()) == 10
