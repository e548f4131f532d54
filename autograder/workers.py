"""The workers that grade: processes of this machine, or of a Dask cluster.

A worker gets a `Setup` with each job and keeps one `Bench` for it: the collected checks and the
reference kernels. On this machine all workers fork their kernels from one zygote; a worker
elsewhere starts its own.
"""

import atexit
import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import util
from pathlib import Path
from types import TracebackType
from typing import Self

from autograder.execution import Patience
from autograder.grading import Assignment, Bench, Graded, grade_submission, judge_exercise, ungraded
from autograder.handed_in import Files
from autograder.held_digits import load_held_digits
from autograder.isolation import demand_isolation
from autograder.provisioner import demand_no_trouble, use_zygote
from autograder.sandbox import SandboxError, Zygote, ZygoteAddress
from autograder.scratch import Scratch
from autograder.warm.confinement import Limits
from course.verdict import Verdict


@dataclass(frozen=True)
class Setup:
    """What a worker needs to know before it grades. Plain data.

    Attributes:
        assignments: what may be graded.
        zygote: where kernels come from; None for a worker that starts a zygote of its own.
        held_digits: an instructor's file to test handed-in models on, if there is one.
        isolated: see `Workplace`, for a worker that starts a zygote of its own.
        with_tensorflow: likewise.
        patience: how long a submission is waited for; None for as long as usual.
    """

    assignments: tuple[Assignment, ...]
    zygote: ZygoteAddress | None
    held_digits: Path | None = None
    isolated: bool = True
    with_tensorflow: bool = True
    patience: Patience | None = None


@dataclass(frozen=True)
class Job:
    """One submission to grade.

    Attributes:
        number: tells it from the others.
        assignment: the name of its assignment.
        data: the bytes of the notebook; None if there is none to grade.
        remark: what its owner should know besides, or why there is none.
        files: what was handed in beside the notebook.
    """

    number: str
    assignment: str
    data: bytes | None
    remark: str = ""
    files: Files = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """A source for the cell of an exercise, to be put into the solved notebook and judged.

    Attributes:
        seed: of all random generators; 0 leaves the kernel's own.
    """

    assignment: str
    exercise: str
    source: str
    seed: int


# What grading may take besides what the notebook takes: among other things, to ask the reference
# on a busy machine.
_OWN_SECONDS = 600

_bench: tuple[Setup, Bench] | None = None


def grade_job(job: Job, setup: Setup) -> Graded:
    """Grade one submission on this worker. Runs in the worker's process.

    Raises:
        SandboxError: the sandbox ended meanwhile, so the result would say nothing.
    """
    bench = _bench_for(setup)
    assignment = bench.assignment(job.assignment)
    if job.data is None:
        return ungraded(assignment, bench, job.remark)
    try:
        with ends_after((setup.patience or Patience()).notebook + _OWN_SECONDS):
            graded = grade_submission(job.data, assignment, bench, job.files)
    finally:
        demand_no_trouble()
    return graded.with_remark(job.remark) if job.remark else graded


@contextlib.contextmanager
def ends_after(seconds: float) -> Iterator[None]:
    """End this process if what is done meanwhile takes longer.

    Every wait for a submission has a limit of its own. This is for the one that was forgotten:
    the class does not wait for it.
    """
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def judge_candidate(candidate: Candidate, setup: Setup) -> Verdict:
    """Judge one exercise of a solved notebook whose cell was exchanged. Runs on a worker."""
    bench = _bench_for(setup)
    assignment = bench.assignment(candidate.assignment)
    return judge_exercise(
        candidate.exercise, candidate.source, assignment, bench, seed=candidate.seed
    )


def judge_candidates(
    candidates: Iterable[Candidate], workplace: "Workplace", advance: Callable[[], None]
) -> dict[Candidate, Verdict]:
    """Judge candidates in parallel.

    Args:
        candidates: which; one that occurs twice is judged once.
        workplace: where, already entered.
        advance: called after each.

    Raises:
        SandboxError: a worker ended, so that there are no verdicts to trust.
    """
    setup = workplace.setup
    with workplace.executor() as executor:
        futures = {
            executor.submit(judge_candidate, candidate, setup): candidate
            for candidate in dict.fromkeys(candidates)
        }
        verdicts = {}
        for future in as_completed(futures):
            try:
                verdicts[futures[future]] = future.result()
            except BrokenProcessPool as error:
                raise SandboxError(
                    "One of the grader's worker processes was ended from outside, perhaps for want "
                    "of memory. Nothing is known of the answers that were left: try again."
                ) from error
            advance()
        return verdicts


def _bench_for(setup: Setup) -> Bench:
    global _bench
    if _bench is not None and _bench[0] == setup:
        return _bench[1]
    close_bench()
    address = setup.zygote
    if address is None:
        address = _zygote_of_this_worker(setup.isolated, setup.with_tensorflow)
    bench = Bench(address, setup.assignments, setup.held_digits, setup.patience)
    bench.__enter__()
    _bench = setup, bench
    return bench


@cache
def _zygote_of_this_worker(isolated: bool, with_tensorflow: bool) -> ZygoteAddress:
    """Start a zygote that lives as long as this process, and make sure that its walls hold."""
    zygote = Zygote(isolated=isolated, with_tensorflow=with_tensorflow).start()
    atexit.register(zygote.close)
    address = zygote.wait_until_ready()
    if isolated:
        use_zygote(address)
        demand_isolation()
    return address


def close_bench() -> None:
    """End the reference kernels of this process."""
    global _bench
    if _bench is not None:
        _bench[1].__exit__(None, None, None)
        _bench = None


def _begin_worker() -> None:
    """End with the grader, however it ends, and leave Ctrl-C to it."""
    threading.Thread(target=_end_with_grader, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with_grader() -> None:
    """Wait for the grader's end. The system would tell us of that of the fork server, our parent.

    That one, in turn, lives for as long as a worker does.
    """
    grader = multiprocessing.parent_process()
    if grader is not None:
        grader.join()
        os.kill(os.getpid(), signal.SIGKILL)


@cache
def _keep_sockets_in_scratch() -> None:
    """Have the fork server's socket where it is removed even if the grader is killed."""
    scratch = Scratch.make()
    before, tempfile.tempdir = tempfile.tempdir, str(scratch.path)
    try:
        util.get_temp_dir()  # made once in a process, and removed with priority -100
    finally:
        tempfile.tempdir = before
    util.Finalize(None, scratch.remove, exitpriority=-200)


class Workplace:
    """Where a class is graded; a context manager that starts and ends what workers need.

    Args:
        assignments: what may be graded.
        workers: how many processes; None for one more than there are cores.
        isolated: False grades without a sandbox, for code that is trusted.
        with_tensorflow: False starts in seconds, for assignments that train nothing.
        dask: the address of a Dask scheduler, to grade on its workers instead.
        held_digits: an instructor's file to test handed-in models on, if there is one.
        limits: what one submission may use, if not as much as usual; on this machine only.
        patience: how long one submission is waited for, if not as long as usual.

    Attributes:
        ready_at: when grading could begin, by `time.perf_counter`; 0 before.
        workers: how many processes there are.
    """

    def __init__(
        self,
        assignments: tuple[Assignment, ...],
        *,
        workers: int | None = None,
        isolated: bool = True,
        with_tensorflow: bool = True,
        dask: str | None = None,
        held_digits: Path | None = None,
        limits: Limits | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._patience = patience
        self._held_digits = held_digits
        load_held_digits(held_digits)  # said before anyone is graded if it cannot be read
        self._assignments = assignments
        # One more than there are cores: a worker that waits for its kernel leaves a core idle.
        self.workers = workers or (os.cpu_count() or 1) + 1
        self._dask = dask
        self._isolated = isolated
        self._with_tensorflow = with_tensorflow
        self._zygote = (
            None
            if dask
            else Zygote(isolated=isolated, with_tensorflow=with_tensorflow, limits=limits)
        )
        self.ready_at = 0.0

    def __enter__(self) -> Self:
        if self._zygote is not None:
            self._zygote.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._zygote is not None:
            self._zygote.close()

    @property
    def setup(self) -> Setup:
        """What workers are told; waits until kernels can be had."""
        zygote = self._zygote.wait_until_ready() if self._zygote is not None else None
        if not self.ready_at:
            if zygote is not None and self._isolated:
                use_zygote(zygote)
                demand_isolation()
            self.ready_at = time.perf_counter()
        return Setup(
            self._assignments,
            zygote,
            self._held_digits,
            self._isolated,
            self._with_tensorflow,
            self._patience,
        )

    @contextlib.contextmanager
    def executor(self) -> Iterator[Executor]:
        """Provide an executor whose workers can grade."""
        if self._dask is not None:
            with _dask_executor(self._dask) as executor:
                yield executor
            return
        _keep_sockets_in_scratch()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["autograder.grading", "nbgrader.api"])
        executor = ProcessPoolExecutor(self.workers, context, initializer=_begin_worker)
        # Workers import while the zygote does.
        starts = [executor.submit(os.getpid) for _ in range(self.workers)]
        try:
            for start in starts:
                start.result()
        except BrokenProcessPool as error:
            # No fault of any submission's: nothing may be recorded.
            raise SandboxError("The grader's worker processes cannot be started here.") from error
        try:
            yield executor
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def ungraded(self, job: Job) -> Graded:
        """Return what is recorded for a job that ended its worker twice."""
        with Bench(self.setup.zygote or _no_zygote(), self._assignments) as bench:
            result = ungraded(
                bench.assignment(job.assignment),
                bench,
                "The grader's own worker ended twice while it graded this notebook. This is not "
                "your fault: tell your instructor.",
            )
        return replace(result, final=False)


def _no_zygote() -> ZygoteAddress:
    return ZygoteAddress("", "", "")


@contextlib.contextmanager
def _dask_executor(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise SandboxError(
            "`--dask` needs the package distributed: install it with `pip install distributed`."
        ) from error
    with Client(address) as client:
        yield client.get_executor()
