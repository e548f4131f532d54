"""Files in the folder of a notebook's process: how a handed-in model gets there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course.handed_in import MAX_HANDED_IN_BYTES
from course.probes.registry import probe


@probe
def put_file(notebook: Mapping[str, Any], name: str, content: bytes) -> None:
    """Write a file into the current folder.

    Args:
        name: without a folder.
    """
    Path(Path(name).name).write_bytes(content)


@probe
def read_file(notebook: Mapping[str, Any], name: str) -> bytes | None:
    """Return what a file of the current folder holds; None if there is none, or it is too large."""
    path = Path(Path(name).name)
    if not path.is_file() or path.stat().st_size > MAX_HANDED_IN_BYTES:
        return None
    return path.read_bytes()
