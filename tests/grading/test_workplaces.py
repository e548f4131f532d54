"""Where workers come from: this machine or a Dask cluster; and what is said where they do not."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.class_run import run_class
from autograder.classroom import find_submissions
from autograder.sandbox import SandboxError
from autograder.workers import Candidate, Setup, Workplace, judge_candidates


def test_where_no_worker_can_start_nothing_is_graded_and_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def result(self) -> None:
            raise BrokenProcessPool

    class Pool:
        def __init__(self, *_: Any, **__: Any) -> None: ...

        def submit(self, *_: Any) -> Broken:
            return Broken()

    monkeypatch.setattr("autograder.workers.ProcessPoolExecutor", Pool)
    workplace = Workplace((), with_tensorflow=False)
    with pytest.raises(SandboxError, match="worker processes cannot be started here"):
        workplace.executor().__enter__()


def test_a_worker_that_ends_leaves_no_verdicts_and_one_sentence_says_so() -> None:
    class Place:
        setup = None

        @contextmanager
        def executor(self) -> Iterator[Executor]:
            pool = ThreadPoolExecutor(1)
            pool.submit = lambda *_: dead
            yield pool

    dead: Future[Any] = Future()
    dead.set_exception(BrokenProcessPool())
    with pytest.raises(SandboxError, match="ended from outside"):
        judge_candidates([Candidate("a", "b", "", 0)], Place(), lambda: None)


def test_without_the_package_dask_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    workplace = Workplace((), dask="tcp://127.0.0.1:1")
    with pytest.raises(SandboxError, match="pip install distributed"):
        workplace.executor().__enter__()


def test_workers_elsewhere_are_told_to_make_a_zygote_of_their_own() -> None:
    setup = Workplace((), dask="tcp://127.0.0.1:1", with_tensorflow=False).setup
    assert setup == Setup((), None, isolated=True, with_tensorflow=False)


@pytest.mark.slow
def test_a_class_is_graded_on_a_dask_cluster(
    course: Any, blank_gradebook: Path, tmp_path: Path
) -> None:
    from distributed import LocalCluster

    (tmp_path / "gradebook.db").write_bytes(blank_gradebook.read_bytes())
    for student, double in (("ada", None), ("boris", "def double(numbers):\n    return 3")):
        path = tmp_path / "submitted" / student / "01_tiny" / "01_tiny.ipynb"
        path.parent.mkdir(parents=True)
        notebook = course.solved() if double is None else course.solved(double=double)
        nbformat.write(notebook, path)
    found = find_submissions(tmp_path / "submitted", [course.tiny])
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,  # a grader's worker does one thing at a time
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(tmp_path),
    ) as cluster:
        workplace = Workplace(
            course.assignments, dask=cluster.scheduler_address, with_tensorflow=False
        )
        url = f"sqlite:///{tmp_path / 'gradebook.db'}"
        result = run_class(found, workplace, tmp_path, url)
    assert {record["student"]: record["score"] for record in result.records} == {
        "ada": 6,
        "boris": 3,
    }
    assert result.graded == 2


def test_a_worker_that_waits_for_ever_ends_itself() -> None:
    code = """if True:
        import time
        from autograder.workers import ends_after

        with ends_after(60):
            pass  # what ends in time is left alone
        with ends_after(0.2):
            print("waits", flush=True)
            time.sleep(60)
        """
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.stdout, done.returncode) == ("waits\n", -signal.SIGKILL)
