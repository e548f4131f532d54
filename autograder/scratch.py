"""Scratch folders of a running grader. Those of a grader that was killed, the next one removes."""

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

_PREFIX, _LOCK = "autograder-", "lock"
# The name of a Unix socket may have 107 bytes, and others append to ours.
_MAX_LENGTH = 60


class Scratch:
    """A folder for sockets and temporary files, locked for as long as its grader lives.

    Attributes:
        path: the folder, with a short name.
    """

    def __init__(self, path: Path, lock: IO[str]) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def make(cls) -> Self:
        """Make a folder, and remove those whose graders were killed."""
        while True:
            folder = Path(_short_temporary_folder())
            _remove_abandoned(folder.parent, keep=folder)
            lock = _locked(folder)
            if lock is not None:
                return cls(folder, lock)

    def remove(self) -> None:
        """Remove the folder with all that is in it, and what a killed grader has left since.

        A process that is killed holds its lock for a while yet, until its memory has been freed, so
        whoever is started at once may find the folder locked.
        """
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()
        _remove_abandoned(self.path.parent)


def _remove_abandoned(parent: Path, keep: Path | None = None) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder == keep or folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            lock = _locked(folder)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                lock.close()


def _locked(folder: Path) -> IO[str] | None:
    """Lock a folder; return None if someone else has, or has removed it meanwhile.

    Makers and removers take the same lock, so nobody removes a folder that was only just made.
    """
    path = folder / _LOCK
    try:
        file = path.open("a")
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(path.stat(), os.fstat(file.fileno())):
            return file
    except (BlockingIOError, FileNotFoundError):
        pass
    file.close()
    return None


def _short_temporary_folder() -> str:
    folder = tempfile.mkdtemp(prefix=_PREFIX)
    if len(folder) > _MAX_LENGTH and os.access("/tmp", os.W_OK):
        os.rmdir(folder)
        folder = tempfile.mkdtemp(prefix=_PREFIX, dir="/tmp")
    return folder
