"""Each part of the isolation is tried alone: with the others off, it stops what it is there for.

Each trial has a control: with that part off, too, the same thing succeeds. A part that stops
nothing of its own would pass for one that works as long as the others do.
"""

import ast
import os
import pickle
import resource
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.execution import NotebookRunner, Patience
from autograder.grading import Bench, grade_submission
from autograder.provisioner import use_zygote
from autograder.sandbox import ALL_LOCKS, Zygote
from autograder.warm.confinement import Limits
from course import wire
from course.notebook import LocalNotebook, call_in_namespace
from course.pytest_plugin import Asked
from course.questions import run_questions

pytestmark = pytest.mark.sandbox
IS_ROOT = os.getuid() == 0
# A kernel of root's that stays root has no rights on its own folder in there.
BASE = ("user",)
PATIENCE = Patience(cell=120)  # what these cells do is short, but some of it on a busy processor


def only(*locks: str) -> tuple[str, ...]:
    """Return which locks to leave out so that only these remain."""
    return tuple(lock for lock in ALL_LOCKS if lock not in (*BASE, *locks))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Start a zygote without bubblewrap, whose kernels have no lock unless asked for."""
    with Zygote(with_tensorflow=False, isolated=False) as started:
        started.wait_until_ready()
        yield started


def run(address: Any, source: str, **changes: Any) -> Any:
    """Run code in a new kernel; return the value that it prints, or how its cell ended."""
    use_zygote(replace(address, **changes))
    runner = NotebookRunner(new_notebook(cells=[new_code_cell(source)]), PATIENCE)
    with runner.setup_kernel():
        try:
            runner.run_cell(0)
        except RuntimeError as error:
            return str(error)
    said = "".join(
        output.get("text") or output.get("ename", "") for output in runner.nb.cells[0].outputs
    ).strip()
    try:
        return ast.literal_eval(said)
    except (ValueError, SyntaxError):
        return said


def holes(address: Any, **changes: Any) -> list[str]:
    """Return what code in a kernel can do of all that it must not."""
    secret = str(Path(__file__).resolve())
    attempt = f"from autograder.warm.escape_attempts import attempt\nprint(attempt({secret!r}))"
    found: list[str] = run(address, attempt, **changes)
    assert isinstance(found, list), found
    return found


def test_bubblewrap_alone_hides_the_grader(zygote: Any, bare: Any) -> None:
    look = f"import os; print(os.path.exists({str(Path(__file__))!r}))"
    assert run(bare.address, look) is True
    assert run(zygote.address, look, without=only()) is False


def test_bubblewrap_alone_leaves_the_system_as_it_is(zygote: Any, bare: Any) -> None:
    places = ("/usr", "/etc", sys.prefix)
    write = f"import os; print([p for p in {places} if os.statvfs(p).f_flag & os.ST_RDONLY])"
    assert run(bare.address, write) != list(places)
    assert run(zygote.address, write, without=only()) == list(places)


def test_bubblewrap_alone_cuts_the_network(zygote: Any, bare: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        call = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2); print('in')"
        assert run(bare.address, call) == "in"
        assert run(zygote.address, call, without=only()) != "in"


def test_bubblewrap_alone_hides_the_graders_processes(zygote: Any, bare: Any) -> None:
    look = f"import os; print(os.path.exists('/proc/{os.getpid()}/environ'))"
    assert run(bare.address, look) is True
    assert run(zygote.address, look, without=only()) is False


def test_leaving_root_alone_leaves_root(bare: Any) -> None:
    who = "import os; print(os.getuid())"
    assert run(bare.address, who) == os.getuid()
    assert run(bare.address, who, without=only()) != 0


@pytest.mark.parametrize("lock", ["namespaces", "landlock", "seccomp"])
def test_a_lock_alone_stops_what_it_is_there_for(zygote: Any, lock: str) -> None:
    stops = {
        "namespaces": {"see other processes"},
        "landlock": {"list the root folder"},
        "seccomp": {"start a process", "open a socket"},
    }[lock]
    assert stops <= set(holes(zygote.address, without=only()))
    assert stops.isdisjoint(holes(zygote.address, without=only(lock)))


def test_namespaces_alone_hide_the_folders_of_neighbors(zygote: Any) -> None:
    folder = zygote.address.kernels
    (Path(folder) / "neighbor").mkdir(exist_ok=True)
    look = f"import os; print('neighbor' in os.listdir({folder!r}))"
    try:
        # Those who may list the folder see who else there is; root's kernels may only pass it.
        Path(folder).chmod(0o755)
        assert run(zygote.address, look, without=only()) is True
        assert run(zygote.address, look, without=only("namespaces")) is False
    finally:
        Path(folder).chmod(0o711 if IS_ROOT else 0o700)
        (Path(folder) / "neighbor").rmdir()


LISTEN = "import socket; s = socket.socket(socket.AF_UNIX); s.bind('\\0by-name'); s.listen()"
CALL = "import socket; socket.socket(socket.AF_UNIX).connect('\\0by-name'); print('done')"


@pytest.mark.parametrize("lock", ["namespaces", "landlock"])
def test_a_lock_alone_keeps_from_the_sockets_of_a_neighbor(zygote: Any, lock: str) -> None:
    for locks, reached in ((only(), True), (only(lock), False)):
        use_zygote(replace(zygote.address, without=only()))
        neighbor = NotebookRunner(new_notebook(cells=[new_code_cell(LISTEN)]))
        with neighbor.setup_kernel():
            neighbor.run_cell(0)
            assert (run(zygote.address, CALL, without=locks) == "done") is reached


@pytest.mark.parametrize("folder", ["/", "/run", "/tmp"])
def test_landlock_alone_closes_folders(zygote: Any, folder: str) -> None:
    look = f"import os; os.listdir({folder!r}); print('done')"
    assert run(zygote.address, look, without=only()) == "done"
    assert run(zygote.address, look, without=only("landlock")) == "PermissionError"


@pytest.mark.parametrize(
    "source",
    [
        "import os; os.close(os.memfd_create('x')); print('done')",
        "import mmap; mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | 0x20); print('done')",
        "import os; os.mkfifo('pipe'); print('done')",
        "import socket; socket.socket(); print('done')",
        "import os; os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0); print('done')",
    ],
    ids=["memory file", "shared memory", "node", "socket", "process"],
)
def test_seccomp_alone_refuses_calls(zygote: Any, source: str) -> None:
    assert run(zygote.address, source, without=only()) == "done"
    assert run(zygote.address, source, without=only("seccomp")) != "done"


def most(name: int) -> int:
    """Return what a process may set a limit to, at most."""
    hard = resource.getrlimit(name)[1]
    return hard if hard != resource.RLIM_INFINITY else 2**20


NO_LIMITS = Limits(
    address_space=2**23,
    cpu_seconds=10**6,
    processes=most(resource.RLIMIT_NPROC),
    open_files=min(most(resource.RLIMIT_NOFILE), 2**16),
    file_size=2**20,
)
HOGS = {
    "address_space": (
        1_500,
        "import mmap\nhog = mmap.mmap(-1, 2**32, flags=mmap.MAP_PRIVATE | 0x20 | 0x4000)",
    ),
    "cpu_seconds": (3, "import time\nwhile time.process_time() < 6: pass"),
    "processes": (
        20,
        "import threading\ngo = threading.Event()\n"
        "many = [threading.Thread(target=go.wait, args=(20,)) for _ in range(100)]\n"
        "try:\n    [one.start() for one in many]\nfinally:\n    go.set()",
    ),
    "open_files": (64, "many = [open('/dev/null') for _ in range(200)]"),
    "file_size": (1, "open('big', 'wb').write(bytes(3 * 2**20))"),
}
FILES = {
    "home_size": (1, "open('/run/home/big', 'wb').write(bytes(3 * 2**20))"),
    "home_files": (16, "for n in range(50): open(f'/run/home/{n}', 'w').close()"),
    "shared_memory": (1, "open('/dev/shm/big', 'wb').write(bytes(3 * 2**20))"),
}


@pytest.mark.parametrize("limit", [*HOGS, *FILES])
def test_a_limit_alone_stops_a_hog(zygote: Any, limit: str) -> None:
    value, hog = (HOGS | FILES)[limit]
    # Processes are counted by user and by namespace of users: here all of this user's would be.
    locks = {"processes": only("namespaces", "limits")} | dict.fromkeys(FILES, only("namespaces"))
    without = locks.get(limit, only("limits"))
    source = f"{hog}\nprint('done')"
    assert run(zygote.address, source, without=without, limits=NO_LIMITS) == "done"
    limited = replace(NO_LIMITS, **{limit: value})
    assert run(zygote.address, source, without=without, limits=limited) != "done"


WRONG = "def middle(numbers):\n    return 7"
PATCH = "import _pytest.python\n_pytest.python.Function.runtest = lambda self: None"
LIAR = """
class Liar:
    def __eq__(self, other): return True
    def __array__(self, *a, **k): return np.array([7.0])
    __hash__ = None
def middle(numbers):
    return Liar()
"""


def asked_here(course: Any, notebook: Any) -> Any:
    """Have the visible checks of `middle` ask a notebook in this very process."""

    def ask(questions: Any) -> Any:
        return questions.ask("middle", Asked(notebook))

    return run_questions([course.tiny.checks], ask, visible_only=True)


def test_the_judges_separation_alone_saves_the_judge(
    course: Any, bare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_zygote(bare.address)
    with Bench(bare.address, course.assignments) as bench:
        notebook = course.solved(middle=f"{WRONG}\n{PATCH}")
        graded = grade_submission(_as_bytes(notebook), course.tiny, bench)
        assert graded.earned == 4
    # The control: where both are one process, what the notebook patches decides.
    names: dict[str, Any] = {"np": np}
    exec(WRONG, names)
    assert asked_here(course, LocalNotebook(names)).earned == 0
    monkeypatch.setattr("_pytest.python.Function.runtest", lambda self: None)
    exec(PATCH, names)
    assert asked_here(course, LocalNotebook(names)).earned == 1


class NotebookOfObjects(LocalNotebook):
    """A notebook whose answers are the very objects that its functions return."""

    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        return call_in_namespace(self._namespace, name, args, kwargs)


def test_data_instead_of_objects_alone_saves_the_judge(course: Any) -> None:
    names: dict[str, Any] = {"np": np}
    exec(LIAR, names)
    assert asked_here(course, NotebookOfObjects(names)).earned == 1
    assert asked_here(course, LocalNotebook(names)).earned == 0


def test_the_bridge_alone_opens_no_pickle(tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "exploded",)

    file = tmp_path / "array.npy"
    np.save(file, np.array(Bomb(), dtype=object), allow_pickle=True)
    for content in ({"$npy": 0}, {"$scalar": 0}):
        with pytest.raises(wire.WireError):
            wire.decode(content, [file.read_bytes()])
    assert wire.decode({"$bytes": 0}, [pickle.dumps(Bomb())]) == pickle.dumps(Bomb())
    assert not (tmp_path / "exploded").exists()
    np.load(file, allow_pickle=True)
    assert (tmp_path / "exploded").exists()


def _as_bytes(notebook: Any) -> bytes:
    import json

    return json.dumps(notebook).encode()
