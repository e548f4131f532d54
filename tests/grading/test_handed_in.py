"""Files handed in beside a notebook: opened in a sandbox only, where no learner's code has run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder.authoring.section import read_section
from autograder.classroom import _digest, _job, find_submissions
from autograder.grading import Assignment, Bench, Graded, grade_submission, judge_exercise
from autograder.handed_in import read_files
from autograder.held_digits import FILE_NAME, HeldDigitsError, in_class_folder, load_held_digits
from autograder.provisioner import use_zygote
from course.data import load_sample
from course.handed_in import MAX_HANDED_IN_BYTES

SCRIPT = '''\
# %% locked=true
from pathlib import Path

from course import check


# %% exercise="note" hands_in="note.txt"
def note():
    """Return what the file says, from the notebook's own folder."""
    ### BEGIN SOLUTION
    return Path("note.txt").read_text()
    ### END SOLUTION


# %% check="note"
check("note")
'''
CHECKS = '''\
"""Checks of 01_note."""

import pytest

from course import probes


@pytest.mark.question("note")
class TestNote:
    hints = ("The idea.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(1)
    def test_file(self, handed_in):
        """The file says hello."""
        content = handed_in.ask(probes.read_file, "note.txt")
        assert content is not None, "There is no note.txt."
        assert content == b"hello", f"It says {content}."

    @pytest.mark.points(1)
    def test_in_the_notebook(self, learner):
        """The notebook can read it, too."""
        assert learner.note() == "hello", "The notebook does not see it."

    @pytest.mark.points(1)
    def test_held(self, learner, handed_in, held_digits):
        """Digits are held back."""
        images, labels = held_digits
        assert len(images) == len(labels) > 0
'''


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("handed-in")
    (folder / "solutions").mkdir()
    script, checks = folder / "solutions" / "01_note.py", folder / "test_01_note.py"
    script.write_text(SCRIPT)
    checks.write_text(CHECKS)
    section = read_section(script, folder)
    assert section.hands_in == ("note.txt",)
    source = nbformat.writes(section.source_notebook())
    return Assignment("01_note", source, checks, {"note.txt": b"hello"})


@pytest.fixture(scope="module")
def worker(assignment: Assignment, zygote: Any) -> Iterator[Bench]:
    with Bench(zygote.address, [assignment]) as bench:
        yield bench


@pytest.fixture
def grade(assignment: Assignment, worker: Bench, zygote: Any) -> Any:
    use_zygote(zygote.address)

    def grade_with(files: dict[str, bytes | int], note: str = "") -> Graded:
        notebook = assignment.notebook()
        if note:
            (cell,) = [cell for cell in notebook.cells if cell.id == "note"]
            cell.source = note
        return grade_submission(nbformat.writes(notebook).encode(), assignment, worker, files)

    return grade_with


def reasons(graded: Graded) -> str:
    return " ".join(graded.verdicts[0].reasons())


@pytest.mark.sandbox
class TestGrading:
    def test_a_file_is_there_for_the_notebook_and_for_the_checks(self, grade: Any) -> None:
        assert grade({"note.txt": b"hello"}).earned == 3

    def test_a_missing_file_earns_nothing(self, grade: Any) -> None:
        graded = grade({})
        assert "There is no note.txt." in reasons(graded)
        assert graded.earned == 1

    def test_a_file_that_is_too_large_is_told_its_size(self, grade: Any) -> None:
        graded = grade({"note.txt": 300 * 2**20})
        assert "`note.txt` has 300 MiB; at most 20 MiB are read" in reasons(graded)

    def test_what_the_notebook_makes_of_the_file_does_not_count(self, grade: Any) -> None:
        forging = 'Path("note.txt").write_text("hello")\ndef note(): return "hello"'
        graded = grade({"note.txt": b"bye"}, forging)
        assert "It says b'bye'." in reasons(graded)

    def test_the_notebook_cannot_answer_for_the_file(self, grade: Any) -> None:
        forging = (
            "from course.probes import registry\n"
            'registry._PROBES["read_file"] = lambda *_: b"hello"\n'
            'def note(): return "hello"'
        )
        assert "It says b'bye'." in reasons(grade({"note.txt": b"bye"}, forging))

    def test_verify_hands_in_what_a_candidate_leaves_in_its_folder(
        self, assignment: Assignment, worker: Bench, zygote: Any
    ) -> None:
        use_zygote(zygote.address)
        right = 'def note():\n    return Path("note.txt").read_text()'
        assert judge_exercise("note", right, assignment, worker).earned == 3
        changed = right + '\nPath("note.txt").write_text("hi")'
        verdict = judge_exercise("note", changed, assignment, worker)
        assert "It says b'hi'." in " ".join(verdict.reasons())
        removed = right + '\nPath("note.txt").unlink()'
        verdict = judge_exercise("note", removed, assignment, worker)
        assert "There is no note.txt." in " ".join(verdict.reasons())


def test_files_are_read_by_name_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").symlink_to(tmp_path / "secret")
    assert read_files(tmp_path, ["a", "b", "c"]) == {"a": b"one"}


def test_of_a_file_that_is_too_large_only_the_size_is_kept(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(MAX_HANDED_IN_BYTES + 1)
    assert read_files(tmp_path, ["a"]) == {"a": MAX_HANDED_IN_BYTES + 1}


def test_a_changed_file_is_graded_again(assignment: Assignment, tmp_path: Path) -> None:
    folder = tmp_path / "submitted" / "ada" / "01_note"
    folder.mkdir(parents=True)
    (folder / "01_note.ipynb").write_text(assignment.source)

    def digest() -> str:
        (found,) = find_submissions(tmp_path / "submitted", [assignment])
        return _digest(found, _job("0", found))

    digests = [digest()]
    for content in (b"hello", b"bye"):
        (folder / "note.txt").write_bytes(content)
        digests.append(digest())
    assert len(set(digests)) == 3


def test_without_an_instructors_file_test_digits_are_shifted_by_a_pixel_or_two() -> None:
    images, labels = load_held_digits(None)
    (_, _), (known, known_labels) = load_sample()
    assert (images.shape, images.dtype) == (known.shape, np.uint8)
    assert (labels == known_labels).all()
    for image, original in zip(images[:100], known, strict=False):
        assert not (image == original).all()
        moves = [
            (down, right)
            for down in range(-2, 3)
            for right in range(-2, 3)
            if (np.roll(original, (down, right), (0, 1)) == image).all()
        ]
        assert moves


def test_an_instructors_digits_lie_in_the_class_folder(tmp_path: Path) -> None:
    assert in_class_folder(tmp_path) is None
    images = np.zeros((3, 28, 28), np.uint8)
    np.savez(tmp_path / FILE_NAME, images=images, labels=np.array([1, 2, 3], np.uint8))
    path = in_class_folder(tmp_path)
    assert path is not None
    assert load_held_digits(path)[1].tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    "arrays",
    [
        {"images": np.zeros((3, 28, 28)), "labels": np.zeros(3, int)},
        {"images": np.zeros((3, 28, 28), np.uint8), "labels": np.zeros(2, int)},
        {"images": np.zeros((0, 28, 28), np.uint8), "labels": np.zeros(0, int)},
        {"x": np.zeros(3)},
    ],
    ids=["floats", "too few labels", "none", "other names"],
)
def test_digits_of_another_form_are_refused_in_a_sentence(
    tmp_path: Path, arrays: dict[str, Any]
) -> None:
    np.savez(tmp_path / FILE_NAME, **arrays)
    with pytest.raises(HeldDigitsError, match=r"`images`, uint8 \(N, 28, 28\)"):
        load_held_digits(tmp_path / FILE_NAME)
