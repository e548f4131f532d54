"""Locks that a freshly forked kernel puts on itself before it runs a learner's code.

They are applied in the order of this file, each from its own function: namespaces (what exists),
a private view of the file system (what can be named), limits (how much), Landlock (which files),
and two seccomp filters (which system calls; the second one comes once the kernel's sockets are
bound).
"""

import errno
import os
import resource
import sys
from dataclasses import dataclass

from autograder.warm import system
from autograder.warm.system import READ_ONLY, Files

HOME = "/run/home"
WHOLE_PROC = "/run/proc"
KEPT = "/tmp/own"  # where a kernel's own folder waits while the folders of all are covered
_NOBODY = 65_534
_MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """How much one submission may use. Sizes in MiB, times in seconds."""

    address_space: int = 6_000
    cpu_seconds: int = 120
    processes: int = 64
    open_files: int = 256
    file_size: int = 64
    home_size: int = 64
    home_files: int = 4_096
    shared_memory: int = 16


def become_nobody() -> None:
    """Leave root for good; for any other user there is nothing to leave.

    The user id must change before the namespaces do: the limit on processes does not hold for root.
    """
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
        system.allow_own_proc()


def enter_namespaces() -> None:
    """Move to namespaces of our own: users, mounts, processes, IPC and network.

    The new process namespace holds for children only: fork next.
    """
    user, group = os.getuid(), os.getgid()
    system.unshare(
        system.CLONE_NEWUSER
        | system.CLONE_NEWNS
        | system.CLONE_NEWPID
        | system.CLONE_NEWIPC
        | system.CLONE_NEWNET
    )
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(text)


def take_own_view(folder: str, limits: Limits) -> None:
    """See nothing of other kernels: their folders, processes and temporary files are gone.

    Args:
        folder: this kernel's own folder, beside those of the others.
        limits: sizes of the private file systems.
    """
    all_folders = os.path.dirname(folder)
    system.mount(None, "/", None, system.MS_REC | system.MS_PRIVATE)
    system.mount(folder, KEPT, None, system.MS_BIND)
    _tmpfs(all_folders, size="1m", files=16)
    os.mkdir(folder)
    system.mount(KEPT, folder, None, system.MS_MOVE)
    if not all_folders.startswith("/tmp/"):
        _tmpfs("/tmp", size="1m", files=16)
    _tmpfs(HOME, size=f"{limits.home_size}m", files=limits.home_files)
    _tmpfs("/dev/shm", size=f"{limits.shared_memory}m", files=256)
    system.mount("proc", "/proc", "proc", system.MS_RDONLY)
    if os.path.isdir(WHOLE_PROC):
        _tmpfs(WHOLE_PROC, size="4k", files=2)


def _tmpfs(path: str, *, size: str, files: int) -> None:
    options = f"size={size},nr_inodes={files},mode=755"
    system.mount("tmpfs", path, "tmpfs", system.MS_NOSUID | system.MS_NODEV, options)


def set_limits(limits: Limits) -> None:
    """Set the limits that hold for each process of this kernel."""
    for name, value in (
        (resource.RLIMIT_AS, limits.address_space * _MIB),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, limits.file_size * _MIB),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(name, (value, value))


def restrict_files(folder: str) -> None:
    """With Landlock: read the system, write the home, and nothing else."""
    everything = Files.IOCTL_DEV * 2 - 1
    no_devices = Files(everything) & ~(Files.MAKE_CHAR | Files.MAKE_BLOCK | Files.IOCTL_DEV)
    readable = ["/usr", "/etc", "/grader", sys.prefix, sys.base_prefix]
    readable += ["/dev", "/sys/devices/system/cpu", "/proc/self"]
    readable += ["/proc/cpuinfo", "/proc/meminfo", "/proc/stat"]
    writable_devices = ["/dev/null", "/dev/zero", "/dev/urandom"]
    system.restrict_with_landlock(
        [(path, READ_ONLY) for path in readable]
        + [(path, Files.READ_FILE | Files.WRITE_FILE) for path in writable_devices]
        + [(HOME, no_devices), ("/dev/shm", no_devices)]
        # ipykernel binds its sockets here and removes them at its end.
        + [(folder, Files.MAKE_SOCK | Files.REMOVE_FILE | Files.READ_FILE | Files.READ_DIR)]
    )


# No lesson needs any of these; each has been a way out of a sandbox or around a limit.
_FORBIDDEN_CALLS = (
    "add_key bpf finit_module fsconfig fsmount fsopen fspick init_module io_uring_enter "
    "io_uring_register io_uring_setup kexec_load keyctl link linkat memfd_create "
    "memfd_secret mknod mknodat mount mount_setattr move_mount mq_open msgget open_tree "
    "perf_event_open pidfd_getfd pivot_root process_vm_readv process_vm_writev ptrace "
    "request_key semget setns shmget umount2 unshare userfaultfd"
).split()
_CLONE_THREAD = 0x0001_0000
_MAP_SHARED_ANONYMOUS = 0x21


def forbid_calls() -> None:
    """With seccomp: no new processes, no namespaces, no tracing, no memory outside the limits."""
    import pyseccomp as seccomp

    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    # Threads are fine, processes are not. clone3 hides its flags from a filter: libc falls back to
    # clone when it is told that clone3 does not exist.
    calls.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    calls.add_rule(seccomp.ERRNO(errno.EAGAIN), "fork")
    calls.add_rule(seccomp.ERRNO(errno.EAGAIN), "vfork")
    not_a_thread = seccomp.Arg(0, seccomp.MASKED_EQ, _CLONE_THREAD, 0)
    calls.add_rule(seccomp.ERRNO(errno.EAGAIN), "clone", not_a_thread)
    # Shared anonymous memory is not counted by the limit on a process's data.
    shared = seccomp.Arg(3, seccomp.MASKED_EQ, _MAP_SHARED_ANONYMOUS, _MAP_SHARED_ANONYMOUS)
    calls.add_rule(seccomp.ERRNO(errno.ENOMEM), "mmap", shared)
    for name in _FORBIDDEN_CALLS:
        try:
            calls.add_rule(seccomp.ERRNO(errno.EPERM), name)
        except (OSError, ValueError, RuntimeError):
            continue  # this architecture does not have the call, so nobody can make it
    calls.load()


def forbid_sockets() -> None:
    """With seccomp, on all threads: no further sockets. ipykernel has bound its own by now."""
    import pyseccomp as seccomp

    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    calls.set_attr(seccomp.Attr.CTL_TSYNC, 1)
    for name in ("socket", "bind", "connect", "listen"):
        calls.add_rule(seccomp.ERRNO(errno.EACCES), name)
    calls.load()
