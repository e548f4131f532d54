"""`autograder demo`: the whole way, from scripts to a graded class and a built site."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder import repository
from autograder.authoring.release import release
from autograder.class_run import Progress, no_progress, run_class
from autograder.classroom import find_submissions
from autograder.feedback import export_csv, make_feedback
from autograder.sample_class import write_sample_class
from autograder.workers import Workplace


class DemoError(RuntimeError):
    """A part of the demo failed; the message says which."""


def run_demo(
    *,
    workers: int | None = None,
    progress: Progress = no_progress,
    say: Callable[[str], None] = print,
    show: Callable[[list[dict[str, Any]]], None] = lambda records: None,
) -> None:
    """Release, grade the sample class, write feedback and tables, and build the site.

    Args:
        workers: how many processes grade; None for the default.
        progress: shows how far grading is.
        say: is told what is being done and where things lie.
        show: is shown the gradebook.

    Raises:
        DemoError: the site could not be built.
    """
    demo = repository.BUILD / "demo"
    _forget_other_assignments(demo)
    demo.mkdir(parents=True, exist_ok=True)
    names = repository.assignment_names()
    say(f"Releasing {len(names)} notebooks …")
    release(
        [repository.script_path(name) for name in names],
        repository.CHECKS,
        repository.EXERCISES,
        repository.BUILD,
    )
    assignments = repository.load_assignments()
    count = write_sample_class(demo / "submitted", {one.name: one for one in assignments})

    say(f"Grading {count} submissions of a sample class …")
    found = find_submissions(demo / "submitted", assignments)
    db_url = f"sqlite:///{demo / 'gradebook.db'}"
    result = run_class(
        found, Workplace(assignments, workers=workers), demo, db_url, progress=progress
    )
    show(result.records)
    grades = demo / "grades.json"
    grades.write_text(json.dumps(result.records, indent=2, ensure_ascii=False), encoding="utf-8")

    say("Writing feedback …")
    pages = make_feedback(demo, names, db_url)
    export_csv(demo / "grades.csv", db_url)
    say("Building the site …")
    build_site()
    say("")
    for what, path in (
        ("gradebook (nbgrader's)", demo / "gradebook.db"),
        ("grades, with reasons", grades),
        ("class table", demo / "grades.csv"),
        (f"{len(pages)} feedback pages", demo / "feedback"),
        ("one of them", pages[0]),
        ("site", repository.BUILD / "site" / "index.html"),
    ):
        say(f"{what}: {os.path.relpath(path)}")
    say(f"formgrader: cd {os.path.relpath(demo)} && jupyter lab, then Nbgrader → Formgrader")


def _forget_other_assignments(demo: Path) -> None:
    """Begin anew if the assignments are not those of the last demo: a gradebook cannot follow."""
    digest = hashlib.sha256()
    for name in repository.assignment_names():
        digest.update(repository.script_path(name).read_bytes())
        digest.update(repository.checks_path(name).read_bytes())
    note = demo / "assignments.sha256"
    if not note.is_file() or note.read_text(encoding="utf-8") != digest.hexdigest():
        shutil.rmtree(demo, ignore_errors=True)
        demo.mkdir(parents=True)
        note.write_text(digest.hexdigest(), encoding="utf-8")


def build_site() -> Path:
    """Build the website; return its first page.

    Raises:
        DemoError: mkdocs failed.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run(
        command, cwd=repository.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise DemoError(f"The site could not be built: {made.stderr.strip()[-2000:]}")
    return repository.BUILD / "site" / "index.html"
