"""Unpacks what a learning platform gives an instructor, for `nbgrader zip_collect`, with care.

Archives come from strangers, too: one may unpack to more than the disk holds, name files outside
its folder, hold links, or be no archive at all. Here none of it stops the others: names are kept
inside, files and archives are bounded, links are left out, and what cannot be unpacked is handed on
as it is, so that its owner is told what is wrong with it when it is graded.
"""

import logging
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from nbgrader.plugins import ExtractorPlugin

from autograder.submission import MAX_BYTES

_MIB = 2**20
# One byte more than is graded tells the grader that a file is too large.
_MAX_FILE = MAX_BYTES + 1
_NOT_AN_ARCHIVE: tuple[type[Exception], ...] = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, ValueError),
    *(zlib.error, tarfile.TarError, zipfile.BadZipFile),
)


@dataclass
class Room:
    """How much may still be unpacked: of one learner's archive, or of the whole class's."""

    files: int
    size: int


@dataclass(frozen=True)
class Limits:
    """How much may come out of archives.

    Attributes:
        files, size: of the archive of a class, in bytes.
        inner_files, inner_size: of an archive in it.
    """

    files: int = 20_000
    size: int = 4_096 * _MIB
    inner_files: int = 500
    inner_size: int = 200 * _MIB


class CarefulExtractor(ExtractorPlugin):
    """Replaces nbgrader's own extractor; set by `autograder.nbgrader_plugin.configure`."""

    limits = Limits()

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack all archives of a folder into another one; copy what is no archive.

        Args:
            archive_path: the folder with what was downloaded.
            extracted_path: where files go, each archive into a folder of its name.
        """
        source = Path(archive_path)
        for path in sorted(source.rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            folder = Path(extracted_path) / path.relative_to(source).parent
            if path.suffix not in self.zip_ext:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, folder)
                continue
            room = Room(self.limits.files, self.limits.size)
            self._unpack(path, folder / _stem(path), room, is_outer=True)

    def _unpack(self, archive: Path, folder: Path, room: Room, *, is_outer: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            for name, file in _files_in(archive):
                if room.files <= 0 or room.size <= 0:
                    self.log.warning("%s holds too much; the rest is left out.", archive)
                    return
                written = _write(folder, name, file, min(_MAX_FILE, room.size))
                if written is None:
                    self.log.warning("%s: a file with an odd name is left out.", archive)
                    continue
                room.files -= 1
                room.size -= written.stat().st_size
                if is_outer and written.suffix in self.zip_ext:
                    inner = Room(self.limits.inner_files, self.limits.inner_size)
                    self._unpack(written, written.parent / _stem(written), inner, is_outer=False)
                    written.unlink(missing_ok=True)
        except _NOT_AN_ARCHIVE as error:
            self.log.warning("%s cannot be unpacked (%s); handed on as it is.", archive, error)
            with archive.open("rb") as file:
                _write(folder, f"{_stem(archive)}.ipynb", file, _MAX_FILE)


def _stem(path: Path) -> str:
    return path.name.removesuffix(path.suffix).removesuffix(".tar")


def _files_in(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the names and contents of the regular files in an archive, links left out."""
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as opened:
            for info in opened.infolist():
                is_link = (info.external_attr >> 16) & 0o170000 == 0o120000
                if not info.is_dir() and not is_link:
                    with opened.open(info) as file:
                        yield info.filename, file
        return
    with tarfile.open(archive, "r:*") as packed:
        for member in packed:
            content = packed.extractfile(member) if member.isreg() else None
            if content is not None:
                yield member.name, content


def _write(folder: Path, name: str, file: IO[bytes], size: int) -> Path | None:
    """Write a file below a folder, whatever its name says; None if there is no such name."""
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..", ".")]
    if not parts:
        return None
    content = file.read(size)
    path = folder.joinpath(*parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:
            new.write(content)
    except (FileExistsError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        logging.getLogger(__name__).warning("%s: %s", name[:100], error.strerror)
        return None
    return path
