"""A class is graded whole, whatever single submissions do; again only where something changed."""

import contextlib
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook

from autograder.class_run import ClassResult, grade_one, run_class
from autograder.classroom import NothingToGrade, find_submissions, grade_class
from autograder.feedback import export_csv, make_feedback
from autograder.gradebook import open_gradebook
from autograder.submission import UnreadableSubmission
from autograder.workers import Workplace

pytestmark = pytest.mark.sandbox

SCRIPT = "<script>alert('mine')</script>"
KILLS_EARLY = "import os\nos._exit(1)"
LOOKS_AROUND = "import os\ndef middle(numbers):\n    return str(os.listdir('/'))"


@pytest.fixture(scope="module", autouse=True)
def one_zygote_for_all(zygote: Any) -> Iterator[None]:
    """Lend each workplace the zygote of this test run, since starting one takes seconds."""

    class Lent:
        def start(self) -> "Lent":
            return self

        def wait_until_ready(self) -> Any:
            return zygote.address

        def close(self) -> None:
            pass

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("autograder.workers.Zygote", lambda **_: Lent())
        yield


class ClassFolder:
    """A class folder in nbgrader's layout."""

    def __init__(self, root: Path, course: Any, blank_gradebook: Path) -> None:
        self.root, self._course = root, course
        self.submitted = root / "submitted"
        self.url = f"sqlite:///{root / 'gradebook.db'}"
        shutil.copy(blank_gradebook, root / "gradebook.db")

    def hand_in(self, student: str, notebook: Any, name: str = "01_tiny") -> Path:
        """Write what a student hands in: a notebook, or the bytes of a file."""
        path = self.submitted / student / "01_tiny" / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode())
        return path

    def run(self, **options: Any) -> ClassResult:
        """Grade the class as the command line does."""
        found = find_submissions(self.submitted, self._course.assignments)
        workplace = Workplace(self._course.assignments, workers=2)
        return run_class(found, workplace, self.root, self.url, **options)

    def scores(self) -> dict[str, float]:
        with open_gradebook(self.url) as gradebook:
            return {row.student: row.auto_score for row in gradebook.rows()}

    def graded_text(self, student: str) -> str:
        path = self.root / "autograded" / student / "01_tiny" / "01_tiny.ipynb"
        return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graded_class(
    course: Any, blank_gradebook: Path, tmp_path_factory: Any
) -> tuple[ClassFolder, ClassResult]:
    """Hand in everything that learners hand in, and grade it once."""
    folder = ClassFolder(tmp_path_factory.mktemp("class"), course, blank_gradebook)
    folder.hand_in("ada", course.solved())
    folder.hand_in("ben", course.stub())
    partly = course.solved(middle=f'def middle(numbers):\n    return "{SCRIPT}"')
    partly.cells.append(new_markdown_cell(f"{SCRIPT} [x](javascript:alert(1))"))
    folder.hand_in("cleo", partly)
    folder.hand_in("dan", course.solved(middle=KILLS_EARLY))
    folder.hand_in("eve", course.solved(middle=LOOKS_AROUND))
    folder.hand_in("finn", b"no notebook")
    folder.hand_in("gil", course.solved(), name="my answers")
    folder.hand_in("hal", course.solved(), name="one")
    folder.hand_in("hal", course.solved(), name="two")
    folder.hand_in("ivy", course.other.notebook())
    (folder.submitted / "jon" / "01_tiny").mkdir(parents=True)
    (folder.submitted / "ada" / "01_tiny" / "timestamp.txt").write_text("2026-03-01 12:30:00 UTC")
    return folder, folder.run()


def record_of(result: ClassResult, student: str) -> dict[str, Any]:
    (record,) = (record for record in result.records if record["student"] == student)
    return record


def test_everyone_is_graded_whatever_others_do(graded_class: Any) -> None:
    folder, result = graded_class
    assert (result.graded, result.unchanged) == (10, 0)
    assert folder.scores() == {
        "ada": 6,
        "ben": 0,
        "cleo": 4,
        "dan": 4,
        "eve": 4,
        "finn": 0,
        "gil": 6,
        "hal": 0,
        "ivy": 0,
        "jon": 0,
    }


def test_each_lost_point_has_a_reason(graded_class: Any) -> None:
    _, result = graded_class
    for record in result.records:
        lost = sum(loss["points"] for loss in record["lost"])
        assert record["score"] + lost == record["max_score"] == 6
        assert all(loss["reason"] for loss in record["lost"])
    for student, told in (
        ("dan", "the kernel died"),
        ("finn", "not valid JSON"),
        ("hal", "There are 2 notebooks in the folder that was handed in"),
        ("ivy", "may be the notebook of another assignment"),
        ("jon", "There is no notebook in the folder that was handed in"),
    ):
        assert told in record_of(result, student)["lost"][0]["reason"]


def test_a_renamed_notebook_is_remarked_upon(graded_class: Any) -> None:
    folder, _ = graded_class
    assert "handed in as my answers.ipynb" in folder.graded_text("gil")


def test_a_learner_sees_nothing_of_the_class(graded_class: Any) -> None:
    folder, result = graded_class
    (loss,) = record_of(result, "eve")["lost"]
    assert "PermissionError" in loss["reason"]
    assert "submitted" not in folder.graded_text("eve")


def test_the_time_of_handing_in_reaches_the_gradebook(graded_class: Any) -> None:
    folder, _ = graded_class
    with Gradebook(folder.url) as book:
        assert book.find_submission("01_tiny", "ada").timestamp.isoformat() == (
            "2026-03-01T12:30:00"
        )


def test_a_second_run_leaves_all_as_it_is(graded_class: Any) -> None:
    folder, first = graded_class
    before = folder.graded_text("cleo")
    second = folder.run()
    assert (second.graded, second.unchanged) == (0, 10)
    assert second.records == first.records
    assert folder.graded_text("cleo") == before


@pytest.fixture(scope="module")
def pages(graded_class: Any, course: Any) -> dict[str, str]:
    """Write feedback for the class; return the page of each student."""
    folder, _ = graded_class
    paths = make_feedback(folder.root, ["01_tiny"], folder.url)
    return {path.parts[-3]: path.read_text(encoding="utf-8") for path in paths}


def test_everyone_gets_a_page_with_the_reasons(pages: dict[str, str], graded_class: Any) -> None:
    assert set(pages) == set(graded_class[0].scores())
    assert "is not written yet" in pages["ben"]
    assert "the kernel died" in pages["dan"]
    assert "not valid JSON" in pages["finn"]


def test_no_page_has_what_learners_must_not_see(pages: dict[str, str]) -> None:
    for student, page in pages.items():
        assert "the secret of the mark scheme" not in page, student
        assert "MARK SCHEME" not in page, student
        assert "15669" not in page, student  # what a hidden check expects
        assert "31337" not in page, student  # what it asks with
        assert "BEGIN SOLUTION" not in page or student in ("ada", "cleo", "dan", "eve", "gil")
        assert "assert_allclose" not in page, student


def test_nothing_of_a_learners_runs_on_a_page(pages: dict[str, str]) -> None:
    assert "&lt;script&gt;alert" in pages["cleo"]
    assert "<script>alert" not in pages["cleo"]
    assert 'href="javascript:' not in pages["cleo"]


def test_grades_are_exported_for_everyone(graded_class: Any, tmp_path: Path) -> None:
    folder, _ = graded_class
    export_csv(tmp_path / "grades.csv", folder.url)
    lines = (tmp_path / "grades.csv").read_text().splitlines()
    assert len([line for line in lines if line.startswith("01_tiny,")]) == 10


@pytest.fixture
def folder(course: Any, blank_gradebook: Path, tmp_path: Path) -> ClassFolder:
    return ClassFolder(tmp_path, course, blank_gradebook)


def test_a_changed_submission_is_graded_again_and_manual_work_kept(
    folder: ClassFolder, course: Any
) -> None:
    folder.hand_in("ada", course.stub())
    folder.hand_in("ben", course.solved())
    assert folder.run().graded == 2
    with Gradebook(folder.url) as book:
        (notebook,) = book.find_submission("01_tiny", "ada").notebooks
        (grade,) = (one for one in notebook.grades if one.name == "why-twice")
        (comment,) = (one for one in notebook.comments if one.name == "why-twice")
        grade.manual_score, comment.manual_comment = 2, "Well argued."
        book.db.commit()
    folder.hand_in("ada", course.solved())
    again = folder.run()
    assert (again.graded, again.unchanged) == (1, 1)
    assert record_of(again, "ada")["score"] == 6
    with Gradebook(folder.url) as book:
        submission = book.find_submission("01_tiny", "ada")
        (comment,) = (one for one in submission.notebooks[0].comments if one.name == "why-twice")
        assert submission.score == 8
        assert comment.comment == "Well argued."


def test_everything_is_graded_again_when_asked_to(folder: ClassFolder, course: Any) -> None:
    folder.hand_in("ada", course.solved())
    folder.run()
    assert folder.run().unchanged == 1
    assert folder.run(regrade=True).graded == 1


def test_what_was_graded_but_not_recorded_is_graded_again(folder: ClassFolder, course: Any) -> None:
    folder.hand_in("ada", course.solved())
    folder.run()
    with Gradebook(folder.url) as book:
        book.remove_submission("01_tiny", "ada")
    assert folder.run().graded == 1
    assert folder.scores() == {"ada": 6}


def test_a_run_that_was_broken_off_goes_on_where_it_was(folder: ClassFolder, course: Any) -> None:
    for student in ("ada", "ben", "cleo", "dan"):
        folder.hand_in(student, course.solved())
    found = find_submissions(folder.submitted, course.assignments)
    workplace = Workplace(course.assignments, workers=2)
    with open_gradebook(folder.url) as gradebook, workplace:
        outcomes = grade_class(found, workplace, gradebook, folder.root / "autograded")
        next(outcomes)
        outcomes.close()  # as Ctrl-C would
    result = folder.run()
    assert result.unchanged >= 1
    assert result.graded + result.unchanged == 4
    assert set(folder.scores().values()) == {6}


def test_a_worker_that_is_killed_costs_nobody_a_point(
    folder: ClassFolder, course: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "import time\ntime.sleep(0.7)\ndef middle(numbers):\n    return float(np.mean(numbers))"
    for student in ("ada", "ben", "cleo", "dan"):
        folder.hand_in(student, course.solved(middle=slow))
    executors: list[Any] = []
    original: Callable[..., Any] = Workplace.executor

    @contextlib.contextmanager
    def watched(self: Workplace) -> Iterator[Any]:
        with original(self) as executor:
            executors.append(executor)
            yield executor

    monkeypatch.setattr(Workplace, "executor", watched)
    killed: list[int] = []

    @contextlib.contextmanager
    def kill_one_after_the_first(title: str, total: int) -> Iterator[Callable[[], None]]:
        def advance() -> None:
            if not killed:
                killed.append(next(iter(executors[0]._processes)))
                os.kill(killed[0], signal.SIGKILL)

        yield advance

    result = folder.run(progress=kill_one_after_the_first)
    assert killed
    assert len(executors) > 1  # the pool was broken, and made anew
    assert result.graded == 4
    assert folder.scores() == dict.fromkeys(("ada", "ben", "cleo", "dan"), 6)


def test_a_single_notebook_is_graded_without_a_gradebook(folder: ClassFolder, course: Any) -> None:
    path = folder.hand_in("ada", course.solved(middle="def middle(numbers):\n    return 3"))
    name, graded = grade_one(path, course.assignments)
    assert (name, graded.earned) == ("01_tiny", 5)
    path.write_text(json.dumps(course.other.notebook()))
    name, graded = grade_one(path, course.assignments)
    assert (name, graded.earned) == ("02_other", 5)


def test_a_single_file_that_is_no_notebook_is_named(folder: ClassFolder, course: Any) -> None:
    with pytest.raises(NothingToGrade, match=r"There is no notebook .*gone\.ipynb"):
        grade_one(folder.root / "gone.ipynb", course.assignments)
    with pytest.raises(UnreadableSubmission, match="not valid JSON"):
        grade_one(folder.hand_in("ada", b"no notebook"), course.assignments)
