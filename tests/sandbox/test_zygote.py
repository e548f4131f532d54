"""A zygote starts only where it is safe, serves any Jupyter client, and leaves nothing behind."""

import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook

from autograder.execution import NotebookRunner, WarmKernelManager
from autograder.provisioner import KERNEL_NAME, WarmKernelSpecs, use_zygote
from autograder.sandbox import SandboxError, Zygote
from course import data

pytestmark = [
    pytest.mark.sandbox,
    # The heartbeat of a client whose kernel never started, as Jupyter ends it.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]


def notebook(*sources: str) -> Any:
    return new_notebook(cells=[new_code_cell(source) for source in sources])


def text_of(cell: Any) -> str:
    return "".join(output.get("text", "") for output in cell.outputs).strip()


def all_gone(processes: list[psutil.Process]) -> bool:
    """Wait until processes have ended."""
    return not psutil.wait_procs(processes, timeout=10)[1]


def scratch() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("autograder-*"))


def test_without_bubblewrap_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SandboxError, match=r"bubblewrap \(`bwrap`\) is not installed\..*apt-get"):
        Zygote().start()


def test_without_landlock_it_is_said_which_linux_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.warm.system.landlock_version", lambda: 0)
    with pytest.raises(SandboxError, match=r"no Landlock \(it came with 5\.13\)"):
        Zygote().start()


def test_without_libseccomp_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyseccomp", None)
    with pytest.raises(SandboxError, match=r"pyseccomp or libseccomp is missing.*apt-get"):
        Zygote().start()


def test_on_another_system_it_is_said_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxError, match=r"needs Linux \(or WSL2 on Windows\).*This is Darwin"):
        Zygote().start()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "echo 'bwrap: No permissions to create a new namespace' >&2; exit 1",
            "This system may forbid user namespaces: allow them",
        ),
        ("echo 'ImportError: no numpy' >&2; exit 1", "ImportError: no numpy"),
        ("exit 0", "It said nothing"),
    ],
    ids=["forbidden", "broken", "silent"],
)
def test_a_sandbox_that_does_not_start_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    (tmp_path / "bwrap").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    before = scratch()
    with pytest.raises(SandboxError, match=told), Zygote() as zygote:
        zygote.wait_until_ready()
    assert scratch() <= before


def test_a_kernel_that_cannot_be_confined_is_none(zygote: Any) -> None:
    from dataclasses import replace

    limits = replace(zygote.address.limits, home_size=-1)
    use_zygote(replace(zygote.address, limits=limits))
    try:
        runner = NotebookRunner(notebook("1"))
        with (
            pytest.raises((RuntimeError, SandboxError), match=r"ended while it started|confine"),
            runner.setup_kernel(),
        ):
            pass
    finally:
        use_zygote(zygote.address)


def test_without_a_zygote_there_is_no_kernel(zygote: Any) -> None:
    from dataclasses import replace

    use_zygote(replace(zygote.address, socket=zygote.address.socket + "-gone"))
    try:
        runner = NotebookRunner(notebook("1"))
        with pytest.raises(SandboxError, match="The zygote does not answer"), runner.setup_kernel():
            pass
    finally:
        use_zygote(zygote.address)


def test_an_unchanged_jupyter_client_gets_a_warm_kernel(zygote: Any) -> None:
    use_zygote(zygote.address)
    nb = notebook("x = 6", "print(x * 7)", "import os; print(os.getpid(), os.getcwd())")
    specs = WarmKernelSpecs()
    client = NotebookClient(nb, kernel_name=KERNEL_NAME)
    client.km = client.kernel_manager_class(kernel_name=KERNEL_NAME, kernel_spec_manager=specs)
    client.execute()
    assert text_of(nb.cells[1]) == "42"
    assert text_of(nb.cells[2]) == "1 /run/home"


def test_an_unchanged_jupyter_client_hears_of_a_death(zygote: Any) -> None:
    use_zygote(zygote.address)
    client = NotebookClient(notebook("import os; os._exit(3)"), kernel_name=KERNEL_NAME)
    client.km = client.kernel_manager_class(
        kernel_name=KERNEL_NAME, kernel_spec_manager=WarmKernelSpecs()
    )
    with pytest.raises(DeadKernelError):
        client.execute()


def test_other_kernels_are_still_known() -> None:
    assert WarmKernelSpecs().get_kernel_spec(KERNEL_NAME).interrupt_mode == "message"
    assert WarmKernelSpecs().get_kernel_spec("python3").language == "python"


def test_a_kernel_can_be_restarted(zygote: Any) -> None:
    from jupyter_core.utils import run_sync

    use_zygote(zygote.address)
    manager = WarmKernelManager()
    run_sync(manager.start_kernel)()
    first = manager.provisioner.pidfd
    run_sync(manager.restart_kernel)(now=True)
    assert run_sync(manager.is_alive)()
    assert first is not None
    run_sync(manager.shutdown_kernel)(now=True)
    assert not run_sync(manager.is_alive)()


def test_nobody_listens_to_a_heartbeat_that_a_kernel_could_fill_with_garbage(zygote: Any) -> None:
    use_zygote(zygote.address)
    runner = NotebookRunner(notebook("1"))
    with runner.setup_kernel():
        assert runner.kc.shell_channel.is_alive()
        assert not runner.kc.hb_channel.is_alive()


def test_a_kernel_leaves_no_folder_and_no_descriptor(zygote: Any) -> None:
    use_zygote(zygote.address)

    def run_one() -> None:
        runner = NotebookRunner(notebook("open('x', 'w').write('y')"))
        with runner.setup_kernel():
            runner.run_cell(0)

    run_one()  # what is kept by the event loop, whatever kernels there are
    folder = Path(zygote.address.socket).parent
    files, descriptors = set(folder.rglob("*")), len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        run_one()
    assert set(folder.rglob("*")) == files
    assert len(os.listdir("/proc/self/fd")) <= descriptors + 2


def test_a_grader_that_ends_before_its_kernel_has_begun_leaves_none_behind(zygote: Any) -> None:
    """Ask for a kernel and hang up at once, as a grader does that is killed at this moment."""
    process = psutil.Process(zygote._process.pid)
    before = set(process.children(recursive=True))
    ports = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")
    for number in range(5):
        folder = Path(tempfile.mkdtemp(dir=zygote.address.kernels))
        folder.chmod(0o777)
        info = {name: port for port, name in enumerate(ports, start=1)}
        info |= {"ip": str(folder / "k"), "transport": "ipc", "key": "k", "kernel_name": ""}
        info["signature_scheme"] = "hmac-sha256"
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as connection:
            connection.connect(zygote.address.socket)
            connection.send(zygote.address.request(str(folder), info))
            if number == 0:
                # The others hang up first: this one shows that such a kernel would have begun.
                _, descriptors, _, _ = socket.recv_fds(connection, 1024, 1)
                (pidfd,) = descriptors
                assert select.select([pidfd], [], [], 0.5)[0] == []
                os.close(pidfd)
        time.sleep(0.3)
        assert all_gone(list(set(process.children(recursive=True)) - before)), number
        shutil.rmtree(folder, ignore_errors=True)


GRADER = """
import sys, time
from autograder.execution import NotebookRunner
from autograder.provisioner import use_zygote
from autograder.sandbox import Zygote
from nbformat.v4 import new_code_cell, new_notebook

with Zygote(with_tensorflow=False, isolated={isolated}) as zygote:
    use_zygote(zygote.wait_until_ready())
    cells = [new_code_cell("import os; print(os.getcwd(), os.path.isdir(os.getcwd()))")]
    runner = NotebookRunner(new_notebook(cells=cells))
    with runner.setup_kernel():
        runner.run_cell(0)
        print(zygote.address.socket, *(o.text for o in runner.nb.cells[0].outputs), flush=True)
        {then}
"""


def start_grader(
    then: str, *, isolated: bool = True
) -> tuple["subprocess.Popen[str]", Path, list[psutil.Process]]:
    """Start a grader with a kernel, in a process of its own.

    Returns:
        The grader, its scratch folder, and its zygote with all that the zygote has started.
    """
    script = textwrap.dedent(GRADER).format(then=then, isolated=isolated)
    grader = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert grader.stdout is not None
    line = grader.stdout.readline()
    if not line:
        pytest.fail(grader.communicate()[1])
    started = psutil.Process(grader.pid).children(recursive=True)
    return grader, Path(line.split()[0]).parent, started


def test_a_zygote_that_was_closed_is_gone_with_its_folder() -> None:
    zygote = Zygote(with_tensorflow=False).start()
    folder = Path(zygote.address.socket).parent
    process = zygote._process
    assert process is not None
    zygote.close()
    assert not psutil.pid_exists(process.pid)
    assert not folder.exists()
    zygote.close()  # a second time does no harm


def test_after_a_sudden_end_of_the_grader_its_kernels_are_gone() -> None:
    grader, folder, started = start_grader("time.sleep(60)")
    assert len(started) >= 4  # bubblewrap, the zygote, a supervisor and a kernel
    grader.send_signal(signal.SIGKILL)
    grader.wait(10)
    assert all_gone(started)
    assert folder.exists()  # nobody was left to remove it; the next one does
    Zygote(with_tensorflow=False).start().close()
    assert not folder.exists()


def test_the_folder_of_a_living_zygote_is_no_leftover(zygote: Any) -> None:
    folder = Path(zygote.address.socket).parent
    Zygote(with_tensorflow=False).start().close()
    assert (folder / "zygote").exists()


@pytest.mark.parametrize("isolated", [True, False])
def test_kernels_find_the_digits_unpacked(isolated: bool) -> None:
    # Each would unpack them anew otherwise, for longer than the rest of its life.
    runner = NotebookRunner(notebook("import os; print(os.environ['MNIST_PATH'])"))
    with Zygote(with_tensorflow=False, isolated=isolated) as opened:
        use_zygote(opened.wait_until_ready())
        with runner.setup_kernel():
            runner.run_cell(0)
    path = text_of(runner.nb.cells[0])
    assert path == ("/grader/mnist.npz" if isolated else str(data.sample_file()))


def test_without_a_sandbox_a_kernel_has_a_folder_and_all_are_gone_after_ctrl_c() -> None:
    before = Path("/run/home").exists()
    grader, folder, started = start_grader("time.sleep(60)", isolated=False)
    assert started
    grader.send_signal(signal.SIGINT)
    _, error = grader.communicate(timeout=30)
    assert "KeyboardInterrupt" in error
    assert not folder.exists()
    assert all_gone(started)
    assert Path("/run/home").exists() == before
