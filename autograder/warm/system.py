"""The few Linux system calls that Python's standard library does not offer."""

import ctypes
import os
from collections.abc import Iterable
from enum import IntFlag

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long

# <linux/sched.h>
CLONE_NEWNS = 0x0002_0000
CLONE_NEWIPC = 0x0800_0000
CLONE_NEWUSER = 0x1000_0000
CLONE_NEWPID = 0x2000_0000
CLONE_NEWNET = 0x4000_0000
# <sys/mount.h>
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_MOVE = 0x1, 0x2, 0x4, 0x1000, 0x2000
MS_REC, MS_PRIVATE = 0x4000, 0x40000
# <linux/prctl.h>
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
# Landlock's system calls have these numbers on all architectures.
_SYS_LANDLOCK_CREATE_RULESET, _SYS_LANDLOCK_ADD_RULE, _SYS_LANDLOCK_RESTRICT_SELF = 444, 445, 446
_LANDLOCK_CREATE_RULESET_VERSION = 1
_LANDLOCK_RULE_PATH_BENEATH = 1
_CAPABILITY_VERSION_3 = 0x2008_0522


class Files(IntFlag):
    """Landlock's rights on files, <linux/landlock.h>."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13
    TRUNCATE = 1 << 14
    IOCTL_DEV = 1 << 15


# Rights that apply to a file; the others make sense for folders only and are refused for a file.
ON_FILES = Files.EXECUTE | Files.WRITE_FILE | Files.READ_FILE | Files.TRUNCATE | Files.IOCTL_DEV
READ_ONLY = Files.EXECUTE | Files.READ_FILE | Files.READ_DIR
_NET_BIND_AND_CONNECT_TCP = 0b11
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


class _RulesetAttr(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


class _CapHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    """Move this process to new namespaces. OSError if the system forbids it."""
    _check(_libc.unshare(flags), "unshare")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """Mount a file system. OSError if the system forbids it."""
    encoded = [None if text is None else text.encode() for text in (source, target, kind, data)]
    result = _libc.mount(
        encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3] or None
    )
    _check(result, f"mount {target}")


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this process a signal when its parent ends, however it ends."""
    _check(_libc.prctl(_PR_SET_PDEATHSIG, signal_number, 0, 0, 0), "prctl")


def allow_own_proc() -> None:
    """Give this process its /proc entries back, which changing the user id took away."""
    _check(_libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")


def forbid_new_privileges() -> None:
    """From now on no program gains rights by being executed."""
    _check(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


def drop_capabilities() -> None:
    """Give up all capabilities for good."""
    header = _CapHeader(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    _check(_libc.capset(ctypes.byref(header), ctypes.byref(none)), "capset")


def landlock_version() -> int:
    """Return the version of Landlock that this kernel has, 0 if none."""
    version = _libc.syscall(_SYS_LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_CREATE_RULESET_VERSION)
    return max(0, int(version))


def restrict_with_landlock(rules: Iterable[tuple[str, Files]]) -> None:
    """Forbid this process all files but those named, TCP, and reaching processes outside.

    Args:
        rules: paths, each with the rights that hold on it and beneath. Paths that do not exist are
            left out.

    Raises:
        OSError: the kernel has no Landlock.
    """
    version = landlock_version()
    if version == 0:
        raise OSError("this kernel has no Landlock")
    handled = Files.IOCTL_DEV * 2 - 1  # all rights known here …
    if version < 5:
        handled &= ~Files.IOCTL_DEV  # … but those that this kernel does not know yet
    if version < 3:
        handled &= ~Files.TRUNCATE
    if version < 2:
        handled &= ~Files.REFER
    attr = _RulesetAttr(
        handled,
        _NET_BIND_AND_CONNECT_TCP if version >= 4 else 0,
        _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    ruleset = _check(
        _libc.syscall(_SYS_LANDLOCK_CREATE_RULESET, ctypes.byref(attr), ctypes.sizeof(attr), 0),
        "landlock_create_ruleset",
    )
    try:
        for path, rights in rules:
            _add_rule(ruleset, path, rights & handled)
        forbid_new_privileges()
        _check(_libc.syscall(_SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    finally:
        os.close(ruleset)


def _add_rule(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= ON_FILES
        attr = _PathBeneathAttr(rights, descriptor)
        _check(
            _libc.syscall(
                _SYS_LANDLOCK_ADD_RULE,
                ruleset,
                _LANDLOCK_RULE_PATH_BENEATH,
                ctypes.byref(attr),
                0,
            ),
            f"landlock_add_rule {path}",
        )
    finally:
        os.close(descriptor)
