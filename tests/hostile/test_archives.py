"""Archives of strangers are unpacked for a class: no bomb, no way out, nobody else is held up."""

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbgrader.apps.zipcollectapp import ZipCollectApp
from traitlets.config import Config

from autograder.archives import CarefulExtractor, Limits
from autograder.classroom import find_submissions
from autograder.nbgrader_plugin import configure
from autograder.repository import ROOT
from autograder.submission import MAX_BYTES, UnreadableSubmission, read_submission

NAME = "ada_01_tiny.ipynb"


def zipped(*files: tuple[str, bytes]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """Return a tar.gz archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for member, content in members:
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


@pytest.fixture
def unpack(tmp_path: Path) -> Callable[..., dict[str, int]]:
    """Return a function that unpacks files that were downloaded; it returns sizes by name."""

    def unpack_all(**files: bytes) -> dict[str, int]:
        (tmp_path / "in").mkdir()
        for name, content in files.items():
            (tmp_path / "in" / name.replace("__", ".")).write_bytes(content)
        extractor = CarefulExtractor()
        extractor.limits = Limits(inner_files=20, inner_size=60 * 2**20)
        extractor.extract(str(tmp_path / "in"), str(tmp_path / "out" / "here"))
        outside = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert {path.relative_to(tmp_path).parts[0] for path in outside} <= {"in", "out"}
        assert {path.name for path in (tmp_path / "out").iterdir()} == {"here"}
        found = (tmp_path / "out" / "here").rglob("*")
        return {
            str(path.relative_to(tmp_path / "out" / "here")): path.stat().st_size
            for path in found
            if path.is_file()
        }

    return unpack_all


def test_an_archive_of_archives_is_unpacked(unpack: Any) -> None:
    inner = zipped((NAME, b"1"), ("more/x.txt", b"22"))
    assert unpack(week__zip=zipped(("ada.zip", inner), ("ben_01_tiny.ipynb", b"333"))) == {
        f"week/ada/{NAME}": 1,
        "week/ada/more/x.txt": 2,
        "week/ben_01_tiny.ipynb": 3,
    }


def test_names_that_lead_out_stay_in(unpack: Any, tmp_path: Path) -> None:
    names = ("../../../out1", "/out2", str(tmp_path / "out3"), "a/../../out4", "..", "/", "\\out5")
    found = unpack(ada__zip=zipped(*((name, b"x") for name in names)))
    assert all(path.startswith("ada/") for path in found)
    assert len(found) == 5


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)
def test_links_and_devices_are_left_out(unpack: Any, kind: bytes) -> None:
    odd, plain = tarfile.TarInfo("odd.ipynb"), tarfile.TarInfo("../plain.ipynb")
    odd.type, odd.linkname = kind, "/etc/passwd"
    assert unpack(ada__tar__gz=tarred((odd, b""), (plain, b"12"))) == {"ada/plain.ipynb": 2}


def test_a_link_in_a_zip_is_left_out(unpack: Any) -> None:
    link = zipfile.ZipInfo("link.ipynb")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr(NAME, "1")
    assert unpack(ada__zip=buffer.getvalue()) == {f"ada/{NAME}": 1}


def test_of_a_bomb_no_more_is_unpacked_than_tells_that_it_is_too_large(unpack: Any) -> None:
    bomb = zipped((NAME, bytes(80 * 2**20)))
    assert len(bomb) < 100_000
    assert unpack(ada__zip=bomb) == {f"ada/{NAME}": MAX_BYTES + 1}


def test_a_bomb_of_many_files_costs_its_owner_only(unpack: Any) -> None:
    many = zipped(*((f"{n}.ipynb", b"x") for n in range(100)))
    large = zipped(*((f"{n}.ipynb", bytes(30 * 2**20)) for n in range(5)))
    found = unpack(week__zip=zipped(("a.zip", many), ("b.zip", large), (NAME, b"1")))
    assert len([name for name in found if name.startswith("week/a/")]) == 20
    assert sum(size for name, size in found.items() if name.startswith("week/b/")) <= 60 * 2**20
    assert found[f"week/{NAME}"] == 1


def test_archives_in_archives_in_archives_are_no_more_than_files(unpack: Any) -> None:
    deep = zipped((NAME, b"1"))
    for level in range(6):
        deep = zipped((f"{level}.zip", deep))
    found = unpack(ada__zip=deep)
    assert [name for name in found if name.endswith(".ipynb")] == []
    assert len(found) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"no archive", zipped((NAME, b"1" * 999))[:-30], zipped((NAME, b"1" * 999))[40:]],
    ids=["empty", "text", "cut off", "headless"],
)
def test_what_cannot_be_unpacked_is_handed_on_for_its_owner_to_be_told(
    course: Any, unpack: Any, tmp_path: Path, content: bytes
) -> None:
    found = unpack(ada__zip=content, ben__zip=zipped((NAME, b"1")))
    assert found[f"ben/{NAME}"] == 1
    handed_on = (tmp_path / "out" / "here" / "ada" / "ada.ipynb").read_bytes()
    with pytest.raises(UnreadableSubmission, match=r"not a notebook|empty"):
        read_submission(handed_on, course.tiny.notebook())


def test_nbgrader_collects_with_it(course: Any, tmp_path: Path) -> None:
    downloaded = tmp_path / "downloaded" / "01_tiny" / "archive"
    downloaded.mkdir(parents=True)
    right = json.dumps(course.solved()).encode()
    archive = zipped((f"../../{NAME}", right), ("eve_01_tiny.ipynb", bytes(80 * 2**20)))
    (downloaded / "week.zip").write_bytes(archive)
    config = Config()
    configure(config, tmp_path, ROOT)
    pattern = r".*[/](?P<student_id>[a-z]+)_(?P<file_id>.*)$"
    config.FileNameCollectorPlugin.named_regexp = pattern
    config.CourseDirectory.assignment_id = "01_tiny"
    config.CourseDirectory.release_directory = str(tmp_path / "release")
    (tmp_path / "release" / "01_tiny").mkdir(parents=True)
    (tmp_path / "release" / "01_tiny" / "01_tiny.ipynb").write_text("{}")
    app = ZipCollectApp(config=config)
    app.initialize([])
    app.start()
    found = find_submissions(tmp_path / "submitted", course.assignments)
    assert {one.student: one.path.stat().st_size for one in found if one.path} == {
        "ada": len(right),
        "eve": MAX_BYTES + 1,
    }
