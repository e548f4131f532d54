"""What two pages tell people to type is typed, in a scratch folder, and does what they say."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.class_config import write_config

REPOSITORY = Path(__file__).resolve().parents[2]
SITE = REPOSITORY / "site"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)


def blocks(page: str) -> list[tuple[str, str, str]]:
    """Return language, title and content of each block of a page."""
    return BLOCK.findall((SITE / page).read_text("utf-8"))


def type_in(command: str, folder: Path, **environment: str) -> str:
    """Run a line of a page in a shell, with this environment's programs; return what it prints."""
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": paths, "TF_CPP_MIN_LOG_LEVEL": "3"} | environment,
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_a_course_runs_as_its_page_says(tmp_path):
    """Every command of the page, in its order: from two downloaded files to a table of grades."""
    shown = blocks("teach/run-a-course.md")
    commands = [c for language, _, text in shown if language == "bash" for c in text.splitlines()]
    type_in(commands.pop(0), tmp_path)
    spring = tmp_path / "spring"
    for _, title, text in shown:
        if title:
            (spring / title).write_text(text)
    downloaded = next(t for language, _, t in shown if language == "text" and "downloaded/" in t)
    notebook = REPOSITORY / "exercises" / "04_prepare" / "04_prepare.ipynb"
    for line in downloaded.splitlines():
        path = spring / line
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(notebook, path)

    in_the_repository = ("autograder release", "python -m pip wheel", "make quizzes")
    said = {}
    for command in commands:
        if command.startswith(in_the_repository):
            continue  # other tests run these; here they would change the repository
        said[command] = type_in(command, spring)

    assert "2 graded" in next(text for command, text in said.items() if "grade sub" in command)
    with (spring / "grades.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["student_id"], row["email"]) for row in rows if row["assignment"]} == {
        ("ada", "ada@example.org"),
        ("goran", "goran@example.org"),
    }
    page = (SITE / "teach" / "run-a-course.md").read_text("utf-8")
    assert all(f"`{column}`" in page for column in rows[0])
    assert (spring / "feedback/ada/04_prepare/04_prepare.html").is_file()
    assert (spring / "class.csv").is_file()
    regrade(spring, set(commands))


def regrade(spring: Path, done: set[str]) -> None:
    """Do what the pages about late work, grading again and privacy add, in the same class."""
    for page in ("late-work", "regrading", "privacy"):
        lines = [
            text.splitlines()
            for language, _, text in blocks(f"teach/{page}.md")
            if language == "bash"
        ]
        for command in (line for block in lines for line in block):
            # What authors do is tested elsewhere; what was done once need not be done again.
            if command not in done and not command.startswith(
                ("autograder verify", "autograder release")
            ):
                type_in(command, spring)
                done.add(command)
    assert not (spring / "submitted" / "ada").exists()
    assert "ada" not in type_in("nbgrader db student list", spring)


def test_the_configuration_on_the_page_is_the_one_that_grading_writes(tmp_path):
    write_config(tmp_path)
    shown = {title: text for _, title, text in blocks("teach/run-a-course.md")}
    assert shown["nbgrader_config.py"] == (tmp_path / "nbgrader_config.py").read_text("utf-8")


@pytest.mark.slow
def test_an_exercise_is_added_in_ten_minutes_as_the_page_says(tmp_path):
    """The page's blocks are put where their titles say, in a copy of the repository."""
    copy = tmp_path / "course"
    # Mistakes and variants of other exercises are left behind: they are proven elsewhere.
    for name in ("course", "autograder", "solutions", "exercises"):
        ignored = shutil.ignore_patterns("__pycache__", "live*", "figures")
        shutil.copytree(REPOSITORY / name, copy / name, ignore=ignored)
    for _, title, text in blocks("author/add-an-exercise.md"):
        if not title:
            continue
        path = copy / title
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") + "\n\n" if path.exists() else ""
        path.write_text(before + text, "utf-8")

    here = {"PYTHONPATH": str(copy)}
    type_in("python -m autograder.cli release 02_first_look", copy, **here)
    released = copy / "exercises" / "02_first_look"
    assert "def count_lit(image)" in (released / "02_first_look.ipynb").read_text("utf-8")
    assert "TestCountLit" in (released / "test_02_first_look.py").read_text("utf-8")
    table = type_in("python -m autograder.cli verify 02_first_look", copy, **here)
    (row,) = (line for line in table.splitlines() if "count_lit" in line)
    shown = next(text for _, _, text in blocks("author/add-an-exercise.md") if "│" in text)
    assert [cell.strip() for cell in row.strip("│ ").split("│")] == [
        cell.strip() for cell in shown.split("│")
    ]
