"""Starts the zygote inside bubblewrap, and makes sure that the walls hold before anyone is graded.

The zygote's world is read-only and small: the system's `/usr` and `/etc`, the Python installation,
the `course` package, `autograder/warm`, and a few digits. The repository, with its solutions,
hidden checks and gradebook, is not in it.
"""

import json
import os
import platform
import select
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from autograder.scratch import Scratch
from autograder.warm.confinement import HOME, KEPT, WHOLE_PROC, Limits

_REPOSITORY = Path(__file__).resolve().parent.parent
_SANDBOX_CODE = "/grader"
_MATPLOTLIB = f"{_SANDBOX_CODE}/matplotlib"
_START_SECONDS = 240
_LOG = "zygote.log"

NEEDS = (
    "Grading needs Linux (or WSL2 on Windows) with bubblewrap and Landlock. On Debian and Ubuntu: "
    "`sudo apt-get install bubblewrap libseccomp2`."
)


class SandboxError(RuntimeError):
    """The sandbox cannot be set up here; the message says what is missing and what to do."""


@dataclass(frozen=True)
class ZygoteAddress:
    """Where a zygote listens, and where its kernels keep their sockets. Plain data, for workers.

    Attributes:
        answers: a folder for what workers share, which no kernel sees.
    """

    socket: str
    kernels: str
    answers: str
    limits: Limits = field(default_factory=Limits)
    without: tuple[str, ...] = ()

    def request(self, folder: str, connection: dict[str, Any]) -> bytes:
        """Return the request for one kernel."""
        request = {
            "folder": folder,
            "connection": connection,
            "limits": asdict(self.limits),
            "without": list(self.without),
        }
        return json.dumps(request).encode()


class Zygote:
    """A running zygote; a context manager that ends it, and with it all of its kernels.

    Args:
        sample: an ``.npz`` with the digits that notebooks get to see, or None for the 5,000 digits
            of the offline sample.
        isolated: False runs the zygote without bubblewrap and its kernels without any lock, which
            is for trusted code only.
        without: locks that kernels do without, for tests of the others.
        limits: what one submission may use.
        with_tensorflow: False starts in a second, for tests that train nothing.
    """

    def __init__(
        self,
        *,
        with_tensorflow: bool = True,
        sample: Path | None = None,
        isolated: bool = True,
        without: tuple[str, ...] = (),
        limits: Limits | None = None,
    ) -> None:
        self._isolated = isolated
        self._with_tensorflow = with_tensorflow
        self._without = without if isolated else ALL_LOCKS
        self._limits = limits or Limits()
        self._sample = sample
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = -1
        self._log: Any = None

    def start(self) -> Self:
        """Begin to start; `wait_until_ready` says when kernels can be had.

        Raises:
            SandboxError: something that isolation needs is not installed.
        """
        if self._isolated:
            _demand_tools()
        self._scratch = Scratch.make()
        self._folder = self._scratch.path
        kernels = self._folder / "kernels"
        kernels.mkdir()
        if os.getuid() == 0:
            # Kernels leave root: they must reach their own folders through these two.
            self._folder.chmod(0o711)
            kernels.chmod(0o711)
        self.address = ZygoteAddress(
            str(self._folder / "zygote"),
            str(kernels),
            str(self._folder / "answers"),
            self._limits,
            self._without,
        )
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        listener.bind(self.address.socket)
        os.chmod(self.address.socket, 0o600)
        listener.listen(64)
        self._ready, ready_end = os.pipe()
        self._log = (self._folder / _LOG).open("w+b")
        command = [sys.executable, "-u", "-m", "autograder.warm.zygote"]
        command += [str(listener.fileno()), str(ready_end)]
        if not self._with_tensorflow:
            command.append("--without-tensorflow")
        sample = self._sample or _sample_file()
        if self._isolated:
            command = _bubblewrap(self._folder, sample) + command
        self._process = subprocess.Popen(
            command,
            env=None if self._isolated else self._open_environment(sample),
            pass_fds=[listener.fileno(), ready_end],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,  # Ctrl-C is for the grader, which then ends us in order
        )
        listener.close()
        os.close(ready_end)
        return self

    def _open_environment(self, sample: Path) -> dict[str, str]:
        """Return the environment of a zygote without a sandbox: it has a home that we remove."""
        return _environment(str(_REPOSITORY), sample) | {"HOME": str(self._folder)}

    def wait_until_ready(self) -> ZygoteAddress:
        """Wait until kernels can be had: one import of TensorFlow.

        Raises:
            SandboxError: the zygote ended instead, with the end of its log.
        """
        if self._ready >= 0:
            came, _, _ = select.select([self._ready], [], [], _START_SECONDS)
            said = os.read(self._ready, 16) if came else b""
            os.close(self._ready)
            self._ready = -1
            if not said:
                raise SandboxError(f"The sandbox did not start. {self._why()}")
        return self.address

    def log(self) -> str:
        """Return what the zygote and its kernels wrote to their standard error."""
        return (self._folder / _LOG).read_text(encoding="utf-8", errors="replace")

    def _why(self) -> str:
        lines = [line for line in self.log().splitlines() if line.strip()]
        last = lines[-1] if lines else "It said nothing."
        if "bwrap:" in last or "namespace" in last.lower() or "unshare" in last:
            return (
                f"bubblewrap says: {last}. This system may forbid user namespaces: allow them "
                "(on Ubuntu: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0`), or "
                "use `--sandbox none` for code that you trust."
            )
        return last

    def close(self) -> None:
        """End the zygote and its kernels, and remove their folder."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None
        if self._ready >= 0:
            os.close(self._ready)
            self._ready = -1
        if self._log is not None:
            self._log.close()
            self._log = None
            self._scratch.remove()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


ALL_LOCKS = ("user", "namespaces", "limits", "landlock", "seccomp")


def _demand_tools() -> None:
    if platform.system() != "Linux":
        raise SandboxError(f"{NEEDS} This is {platform.system()}.")
    if shutil.which("bwrap") is None:
        raise SandboxError(f"bubblewrap (`bwrap`) is not installed. {NEEDS}")
    from autograder.warm.system import landlock_version

    if landlock_version() == 0:
        raise SandboxError(f"This Linux kernel has no Landlock (it came with 5.13). {NEEDS}")
    try:
        import pyseccomp  # noqa: F401 - only its presence is asked for
    except (ImportError, OSError, RuntimeError) as error:
        raise SandboxError(f"pyseccomp or libseccomp is missing ({error}). {NEEDS}") from error


def _sample_file() -> Path:
    """Return the file of the offline digits, made on first use."""
    from course import data

    data.load_sample()
    return data.sample_file()


def _font_list() -> Path | None:
    """Return the list of fonts that Matplotlib has made on this machine: making it takes seconds.

    Another version of Matplotlib, or none yet, makes its own in the sandbox.
    """
    import matplotlib

    lists = sorted(Path(matplotlib.get_cachedir()).glob("fontlist-*.json"))
    return lists[-1] if lists else None


def _environment(python_path: str, sample: Path | str) -> dict[str, str]:
    """Return the whole environment of the zygote: nothing of the grader's own is passed on."""
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": HOME,
        "PYTHONPATH": python_path,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # results do not depend on the processor's instructions
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_BACKEND": "tensorflow",
        "MNIST_PATH": str(sample),
        **{f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")},
    }


def _bubblewrap(folder: Path, sample: Path) -> list[str]:
    command = ["bwrap", "--die-with-parent", "--new-session"]
    command += ["--tmpfs", "/tmp", "--dir", KEPT, "--tmpfs", "/run"]
    # Each kernel covers it with one of its own; without that lock it is there for all.
    command += ["--perms", "1777", "--dir", HOME]
    if os.getuid() == 0:
        # Supervisors leave root by themselves, before they enter a user namespace: inside one,
        # root would stay root for the limit on processes, which does not bind it.
        command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        command += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        # A kernel may mount a /proc of its own only where it sees a whole one. For root bubblewrap
        # covers parts of its /proc; kernels hide this one as soon as they have theirs.
        command += ["--ro-bind", "/proc", WHOLE_PROC]
    else:
        command += ["--unshare-all"]
    for folder_of_system in ("/usr", "/etc", "/sys"):
        command += ["--ro-bind", folder_of_system, folder_of_system]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        if Path("/", name).is_symlink():
            command += ["--symlink", os.readlink(f"/{name}"), f"/{name}"]
        elif Path("/", name).is_dir():
            command += ["--ro-bind", f"/{name}", f"/{name}"]
    command += ["--dev", "/dev", "--proc", "/proc"]
    for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
        if not Path(prefix).is_relative_to("/usr"):
            command += _bind(Path(prefix), prefix)
    command += _bind(_REPOSITORY / "course", f"{_SANDBOX_CODE}/course")
    for name in ("__init__.py", "warm"):
        command += _bind(_REPOSITORY / "autograder" / name, f"{_SANDBOX_CODE}/autograder/{name}")
    command += _bind(sample, f"{_SANDBOX_CODE}/mnist.npz")
    fonts = _font_list()
    if fonts is not None:
        command += _bind(fonts, f"{_MATPLOTLIB}/{fonts.name}")
    command += _bind(folder / "kernels", str(folder / "kernels"), writable=True)
    command += ["--chdir", "/", "--clearenv", "--setenv", "MPLCONFIGDIR", _MATPLOTLIB]
    for name, value in _environment(_SANDBOX_CODE, f"{_SANDBOX_CODE}/mnist.npz").items():
        command += ["--setenv", name, value]
    return command


def _bind(source: Path, inside: str, *, writable: bool = False) -> list[str]:
    """Bind a path, in folders that kernels can pass: bubblewrap would make them for root alone."""
    parents = [str(parent) for parent in reversed(Path(inside).parents) if parent != Path("/")]
    folders = [part for parent in parents for part in ("--perms", "0755", "--dir", parent)]
    return [*folders, "--bind" if writable else "--ro-bind", str(source), inside]
