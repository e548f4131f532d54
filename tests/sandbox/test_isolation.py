"""A kernel sees, reaches and uses nothing but its own; and where it could, nobody is graded."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.execution import NotebookRunner
from autograder.isolation import demand_isolation
from autograder.provisioner import use_zygote
from autograder.sandbox import SandboxError

pytestmark = pytest.mark.sandbox

ROOT = Path(__file__).resolve().parents[2]


class Prisoner:
    """A kernel in which code is run as a learner's."""

    def __init__(self, runner: NotebookRunner) -> None:
        self._runner = runner

    def run(self, source: str) -> Any:
        """Run code; return the value of what it prints."""
        self._runner.nb.cells.append(new_code_cell(source))
        self._runner.run_cell(len(self._runner.nb.cells) - 1)
        said = [
            output.get("text") or f"{output.get('ename')}: {output.get('evalue')}"
            for output in self._runner.nb.cells[-1].outputs
        ]
        text = "".join(said).strip()
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError):
            return text

    def attempt(self, source: str) -> str:
        """Run code that should fail; return the name of its exception, or "nothing stopped it"."""
        body = "\n".join(f"    {line}" for line in source.splitlines())
        caught = "except BaseException as error:\n    print(type(error).__name__)"
        return str(self.run(f"try:\n{body}\n    print('nothing stopped it')\n{caught}"))


def prisoner_of(address: Any) -> Iterator[Prisoner]:
    use_zygote(address)
    runner = NotebookRunner(new_notebook())
    with runner.setup_kernel():
        yield Prisoner(runner)


@pytest.fixture(scope="module")
def prisoner(zygote: Any) -> Iterator[Prisoner]:
    yield from prisoner_of(zygote.address)


@pytest.fixture(scope="module")
def neighbor(zygote: Any) -> Iterator[Prisoner]:
    """A second kernel of the same zygote, at the same time."""
    yield from prisoner_of(zygote.address)


def test_isolation_holds_here(zygote: Any) -> None:
    use_zygote(zygote.address)
    demand_isolation()


@pytest.mark.parametrize(
    ("lock", "hole"),
    [
        ("namespaces", "see other processes"),
        ("limits", "take any amount of memory"),
        ("landlock", "list the root folder"),
        ("seccomp", "start a process"),
        ("seccomp", "open a socket"),
    ],
)
def test_a_lock_that_is_left_out_is_noticed(zygote: Any, lock: str, hole: str) -> None:
    use_zygote(replace(zygote.address, without=(lock,)))
    try:
        # Without namespaces a kernel of root's cannot even reach its own folder.
        with pytest.raises(SandboxError, match=f"does not hold here: .*{hole}|does not work here"):
            demand_isolation()
    finally:
        use_zygote(zygote.address)


def test_a_sandbox_in_which_nothing_can_be_tried_is_not_trusted(
    zygote: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_zygote(zygote.address)
    for cell in ("print('[]', 'and more')", "pass", "1 / 0", "import os; os._exit(0)"):
        monkeypatch.setattr("autograder.isolation._CELL", cell)
        with pytest.raises(SandboxError):
            demand_isolation()


@pytest.mark.parametrize(
    "path",
    [
        "solutions",
        "autograder/checks",
        "autograder/cli.py",
        "exercises",
        "pyproject.toml",
        ".git",
        "tests",
        "gradebook.db",
    ],
)
def test_the_repository_does_not_exist_in_there(prisoner: Prisoner, path: str) -> None:
    assert prisoner.run(f"import os; print(os.path.exists({str(ROOT / path)!r}))") is False


def test_of_the_autograder_only_the_warm_part_is_there(prisoner: Prisoner) -> None:
    assert prisoner.run("import os; print(sorted(os.listdir('/grader/autograder')))") == [
        "__init__.py",
        "warm",
    ]
    assert prisoner.attempt("import autograder.grading") == "ModuleNotFoundError"


def test_no_solution_and_no_hidden_check_can_be_found(prisoner: Prisoner) -> None:
    search = """
import os
found = []
for top in ('/grader', '/run', '/tmp', '/dev', os.path.expanduser('~')):
    for folder, _, names in os.walk(top):
        found += [name for name in names if name.startswith(('test_0', '04_', '05_', 'gradebook'))]
print(found)
"""
    assert prisoner.run(search) == []


@pytest.mark.parametrize("folder", ["/", "/root", "/home", "/var", "/run", "/tmp", "/proc", "/sys"])
def test_folders_of_the_system_cannot_be_listed(prisoner: Prisoner, folder: str) -> None:
    assert prisoner.attempt(f"import os; os.listdir({folder!r})") in (
        "PermissionError",
        "FileNotFoundError",
    )


@pytest.mark.parametrize(
    "path", ["/usr/x", "/etc/x", "/grader/x", "/grader/course/wire.py", "/dev/x", "/tmp/x", "/x"]
)
def test_nothing_but_home_can_be_written(prisoner: Prisoner, path: str) -> None:
    assert prisoner.attempt(f"open({path!r}, 'a').write('x')") in ("PermissionError", "OSError")


def test_the_packages_cannot_be_changed(prisoner: Prisoner) -> None:
    assert prisoner.attempt("import numpy; open(numpy.__file__, 'a').write('x')") in (
        "PermissionError",
        "OSError",
    )


def test_home_is_a_place_to_work(prisoner: Prisoner) -> None:
    work = """
import os, pathlib, tempfile
home = pathlib.Path.home()
(home / 'a').write_text('x')
(home / 'folder').mkdir(exist_ok=True)
with tempfile.TemporaryFile() as file:
    file.write(b'x')
print(os.getcwd() == str(home), (home / 'a').read_text())
"""
    assert prisoner.run(work) == "True x"


def test_there_is_no_network(prisoner: Prisoner) -> None:
    assert prisoner.attempt("import socket; socket.create_connection(('127.0.0.1', 80), 1)") in (
        "PermissionError",
        "OSError",
    )
    assert prisoner.attempt("import socket; socket.socket(socket.AF_INET6)") == "PermissionError"
    look_up = "import urllib.request; urllib.request.urlopen('http://localhost', timeout=1)"
    assert prisoner.attempt(look_up) == "URLError"


@pytest.mark.parametrize(
    ("source", "stopped"),
    [
        ("import os; os.fork()", "BlockingIOError"),
        ("import os; os.posix_spawn('/bin/true', ['true'], {})", "BlockingIOError"),
        ("import subprocess; subprocess.run(['/bin/true'])", "BlockingIOError"),
        ("import os\nif os.system('true'): raise ChildProcessError", "ChildProcessError"),
        ("import multiprocessing as m; m.Process(target=print).start()", "BlockingIOError"),
        ("import os; os.setuid(0)", "OSError"),
        ("import os; os.kill(1, 0)\nif os.getpid() == 1: raise PermissionError", "PermissionError"),
        ("import os; os.kill(999, 9)", "ProcessLookupError"),
        ("import os; os.kill(-1, 9)", "ProcessLookupError"),
        ("import os; os.chroot('/usr')", "PermissionError"),
        ("import os; os.memfd_create('x')", "PermissionError"),
        ("import os; os.pidfd_open(999)", "ProcessLookupError"),
        ("import os; os.nice(-5)", "PermissionError"),
        ("import resource as r; r.setrlimit(r.RLIMIT_AS, (-1, -1))", "ValueError"),
        ("import os; os.mknod('x', 0o20600, 0x101)", "PermissionError"),
        ("import os; os.symlink('/etc/passwd', '/run/x')", "PermissionError"),
        ("open('/proc/sys/kernel/hostname').read()", "PermissionError"),
        ("open('/proc/1/../2/environ').read()", "FileNotFoundError"),
        ("open('/dev/mem')", "FileNotFoundError"),
        ("open('/etc/shadow')", "PermissionError"),
        ("import socket; socket.sethostname('x')", "PermissionError"),
    ],
)
def test_a_way_out_is_closed(prisoner: Prisoner, source: str, stopped: str) -> None:
    assert prisoner.attempt(source) in (stopped, "PermissionError")


CALL = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
result = libc.{call}
print('nothing stopped it' if result >= 0 else errno.errorcode[ctypes.get_errno()])
"""


@pytest.mark.parametrize(
    "call",
    [
        "unshare(0x10000000)",
        "mount(b'none', b'/run/home', b'tmpfs', 0, None)",
        "umount2(b'/run/home', 2)",
        "ptrace(0, 0, 0, 0)",
        "setns(3, 0)",
        "shmget(5, 4096, 0o1600)",
        "msgget(5, 0o1600)",
        "semget(5, 1, 0o1600)",
        "mq_open(b'/x', 0o102, 0o600, None)",
        "process_vm_readv(1, 0, 0, 0, 0, 0)",
    ],
)
def test_a_system_call_that_no_lesson_needs_is_refused(prisoner: Prisoner, call: str) -> None:
    assert prisoner.run(CALL.format(call=call)) in ("EPERM", "EACCES", "ENOSYS")


def test_a_prisoner_is_nobody(prisoner: Prisoner) -> None:
    user, capabilities = prisoner.run(
        "import os; status = open('/proc/self/status').read()\n"
        "print((os.getuid(), [l.split()[1] for l in status.splitlines() if 'CapEff' in l]))"
    )
    assert user != 0
    assert int(capabilities[0], 16) == 0


def test_only_its_own_process_is_there(prisoner: Prisoner, neighbor: Prisoner) -> None:
    assert prisoner.run("import os; print(os.getpid())") == 1
    assert neighbor.run("import os; print(os.getpid())") == 1
    assert prisoner.attempt("import os; os.kill(999, 0)") == "ProcessLookupError"


def test_neighbors_share_no_place(prisoner: Prisoner, neighbor: Prisoner) -> None:
    write = "import os\nfor f in {0}:\n    open(f + '/mark-{1}', 'w').write('x')"
    places = "(os.path.expanduser('~'), '/dev/shm')"
    prisoner.run(write.format(places, "a"))
    look = f"import os\nprint([n for f in {places} for n in os.listdir(f) if 'mark' in n])"
    assert len(prisoner.run(look)) == 2
    assert neighbor.run(look) == []


def test_a_kernel_cannot_reach_the_sockets_of_another(
    prisoner: Prisoner, neighbor: Prisoner, zygote: Any
) -> None:
    folders = list(Path(zygote.address.kernels).iterdir())
    assert len(folders) >= 2
    seen = [
        folder
        for folder in folders
        if prisoner.run(f"import os; print(os.path.exists({str(folder / 'k-1')!r}))")
    ]
    assert len(seen) <= 1
    listing = prisoner.attempt(f"import os; os.listdir({zygote.address.kernels!r})")
    assert listing in ("PermissionError", "FileNotFoundError")


def test_what_may_not_be_opened_is_not_there_either(zygote: Any) -> None:
    # One lock behind the other: without Landlock a kernel still sees nothing of others.
    for prisoner in prisoner_of(replace(zygote.address, without=("landlock", "seccomp"))):
        folders = prisoner.run(f"import os; print(os.listdir({zygote.address.kernels!r}))")
        assert len(folders) == 1
        assert prisoner.run(
            "import os; print([n for n in os.listdir('/proc') if n.isdigit()])"
        ) == ["1"]
        whole = "import os; print(os.path.isdir('/run/proc') and os.listdir('/run/proc') or [])"
        assert prisoner.run(whole) == []


def test_the_zygotes_own_socket_and_log_do_not_exist_in_there(
    prisoner: Prisoner, zygote: Any
) -> None:
    folder = Path(zygote.address.socket).parent
    for name in ("zygote", "zygote.log"):
        assert (folder / name).exists()
        assert prisoner.run(f"import os; print(os.path.exists({str(folder / name)!r}))") is False


def test_nothing_of_the_graders_environment_is_passed_on(
    prisoner: Prisoner, zygote: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = set(prisoner.run("import os; print(sorted(os.environ))"))
    assert "PYTEST_CURRENT_TEST" not in names
    allowed = {"HOME", "PATH", "LANG", "PWD", "TMPDIR", "PYTHONPATH", "IPYTHONDIR", "MNIST_PATH"}
    prefixes = ("TF_", "KERAS_", "CUDA_", "MPL", "PYTHON", "NBGRADER_", "LC_", "KMP_", "PYDEVD")
    suffixes = ("_NUM_THREADS",)
    terminals = {"CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "PAGER", "GIT_PAGER", "TERM"}
    terminals |= {"JPY_SESSION_NAME"}
    odd = {
        name
        for name in names - allowed - terminals
        if not name.startswith(prefixes) and not name.endswith(suffixes)
    }
    assert odd == set()


def test_no_descriptor_of_the_grader_is_left_open(prisoner: Prisoner, zygote: Any) -> None:
    links = prisoner.run(
        "import os\nlinks = []\nfor n in os.listdir('/proc/self/fd'):\n"
        "    try: links.append(os.readlink('/proc/self/fd/' + n))\n"
        "    except OSError: pass\nprint(links)"
    )
    files = [link for link in links if link.startswith("/") and not link.startswith("/dev/")]
    assert [link for link in files if not link.startswith(("/proc/", "/run/home"))] == []


def test_digits_are_there_without_a_network(prisoner: Prisoner) -> None:
    shapes = prisoner.run(
        "from course import load_mnist\n(a, b), (c, d) = load_mnist()\nprint((a.shape, c.shape))"
    )
    assert shapes == ((4000, 28, 28), (1000, 28, 28))


def test_a_plot_is_drawn_in_there(prisoner: Prisoner) -> None:
    prisoner.run("%matplotlib inline\nimport matplotlib.pyplot as plt\n_ = plt.plot([1, 2])")
    (output,) = prisoner._runner.nb.cells[-1].outputs
    assert "image/png" in output.data
