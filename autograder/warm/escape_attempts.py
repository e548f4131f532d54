"""Tries to get out of the sandbox, from inside; what succeeds is a hole.

The grader runs `attempt` in a kernel before it grades anyone: that the parts of a sandbox are
installed does not mean that they work.
"""

import mmap
import os
import socket
from collections.abc import Callable
from pathlib import Path

_MAP_NORESERVE = 0x4000  # Python knows its name from 3.13 on
_NUMBERS_TRIED = 1_000  # numbers are given from 1 on, in the zygote's world
_MORE_THAN_ANYONE_GETS = 2**40  # asked for, and never touched


def attempt(secret: str) -> list[str]:
    """Try each way out.

    Args:
        secret: the path of a file outside that must not be readable.

    Returns:
        What succeeded, in words; empty if the sandbox holds.
    """
    return [what for what, works in _attempts(secret).items() if _succeeds(works)]


def _attempts(secret: str) -> dict[str, Callable[[], object]]:
    return {
        "read a file of the grader": lambda: Path(secret).read_bytes(),
        "list the root folder": lambda: os.listdir("/"),
        "write to the system": lambda: Path("/usr/autograder-was-here").touch(),
        "see other processes": _see_others,
        "open a network connection": lambda: socket.create_connection(("127.0.0.1", 9), 1),
        "open a socket": lambda: socket.socket(socket.AF_UNIX),
        "start a process": lambda: os._exit(0) if os.fork() == 0 else None,
        "be root": _be_root,
        "take any amount of memory": _take_memory,
    }


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def _see_others() -> None:
    """Find a process by its number; a list of them may be out of reach when they are not."""
    for number in range(1, _NUMBERS_TRIED):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            continue
        except PermissionError:
            return  # it must not be touched, but it is there
        if not os.path.exists(f"/proc/self/task/{number}"):
            return
    raise ProcessLookupError


def _take_memory() -> None:
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | _MAP_NORESERVE
    mmap.mmap(-1, _MORE_THAN_ANYONE_GETS, flags=flags).close()


def _be_root() -> None:
    if os.getuid() != 0:
        os.setuid(0)
