"""Scratch folders are there for as long as their grader is, and files are whole or not there."""

import errno
import tempfile
from pathlib import Path
from typing import Any

import pytest

from autograder.reference import SharedAnswers
from autograder.scratch import Scratch
from autograder.whole_files import replace_file


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "t"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr("autograder.scratch._MAX_LENGTH", 4_096)
    return folder


def abandon(scratch: Scratch) -> None:
    """Do what the end of a process does to the locks that it holds, and nothing else."""
    scratch._lock.close()


def test_a_folder_is_removed_with_all_that_is_in_it(temporary: Path) -> None:
    scratch = Scratch.make()
    (scratch.path / "socket").touch()
    scratch.remove()
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_killed_grader_is_removed_by_the_next_at_once(temporary: Path) -> None:
    killed = Scratch.make()
    (killed.path / "socket").touch()
    abandon(killed)
    (temporary / "autograder-locked-by-nobody").mkdir()  # killed before it could lock it
    assert list(temporary.iterdir()) != []
    following = Scratch.make()
    assert list(temporary.iterdir()) == [following.path]


def test_the_folder_of_a_grader_that_is_still_dying_is_removed_in_the_end(temporary: Path) -> None:
    killed, following = Scratch.make(), Scratch.make()
    abandon(killed)
    following.remove()
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_living_grader_is_kept() -> None:
    living = Scratch.make()
    Scratch.make().remove()
    assert living.path.exists()


def test_what_is_someone_elses_is_left_alone(temporary: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (temporary / "autograder-link").symlink_to(elsewhere)
    (temporary / "autograder-file").touch()
    (temporary / "other").mkdir()
    Scratch.make()
    assert elsewhere.exists()
    assert {"autograder-link", "autograder-file", "other"} < {
        path.name for path in temporary.iterdir()
    }


def test_a_folder_that_was_removed_before_it_was_locked_is_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = tempfile.mkdtemp
    taken: list[str] = []

    def taken_at_once(**options: Any) -> str:
        folder = made(**options)
        if not taken:
            taken.append(folder)
            Path(folder).rmdir()
        return folder

    monkeypatch.setattr(tempfile, "mkdtemp", taken_at_once)
    scratch = Scratch.make()
    assert scratch.path.exists()
    assert str(scratch.path) not in taken


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace_file(path, "first")
    replace_file(path, "second")
    assert path.read_text() == "second"
    assert not list(tmp_path.glob("*.partial"))


def test_a_file_that_finds_no_room_is_as_it_was_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    replace_file(path, "first")
    monkeypatch.setattr(Path, "write_text", _full)
    with pytest.raises(OSError, match=r"No space left on device: .*file"):
        replace_file(path, "second")
    assert path.read_text() == "first"
    assert not list(tmp_path.glob("*.partial"))


def test_an_answer_that_finds_no_room_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = SharedAnswers(tmp_path / "answers")
    monkeypatch.setattr(Path, "write_bytes", _full)
    answers.put("key", (3, []))
    assert answers.get("key") is None


def _full(path: Path, *_: Any, **__: Any) -> int:
    path.touch()
    raise OSError(errno.ENOSPC, "No space left on device")
