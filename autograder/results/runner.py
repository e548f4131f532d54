"""Runs many fits, each in a process of its own, and keeps each record as it comes.

Processes are forked from one that has imported TensorFlow. The parent imports no TensorFlow: it
plans, counts threads, shows progress and writes records. An interrupt ends the fits that run; what
is recorded stays, and the next run goes on from there.
"""

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from autograder.results.digits import TestSet
from autograder.results.evaluation import Frozen, Tested
from autograder.results.recipe import Fit

# What TensorFlow and its libraries read when they start.
_ENVIRONMENT = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
_PROBE_IMAGES = 2_000


class FitFailed(RuntimeError):
    """A fit ended with an error or died; the message holds what it said."""


@dataclass(frozen=True)
class Task:
    """A fit to run, and under which name it is recorded."""

    fit: Fit
    key: str
    part: str
    data: str
    code: str


@dataclass(frozen=True)
class Workshop:
    """Where fits find the digits and leave models, and how many threads they may use together."""

    training_file: Path
    models: Path
    workers: int


Started = Callable[[Task], None]
Moved = Callable[[Task, float], None]
Ended = Callable[[Task, Any], None]


def run_all(
    tasks: Iterable[Task], workshop: Workshop, started: Started, moved: Moved, ended: Ended
) -> None:
    """Run fits in order, as many at a time as there are threads for.

    Args:
        tasks: in order. One that wants more threads than there are runs alone.
        workshop: where and how.
        started: is called when a fit starts.
        moved: is called with the share of a fit that is done.
        ended: is called with the `Record` of each fit.

    Raises:
        FitFailed: a fit ended with an error; those that run beside it are ended.
    """
    _run(list(tasks), _fit_in_child, workshop, started, moved, ended)


def probe(tasks: Iterable[Task], workshop: Workshop, ended: Ended) -> None:
    """Measure what fits cost: `ended` is called with the seconds for each image and epoch."""
    nothing: Any = lambda *_: None  # noqa: E731
    _run(list(tasks), _probe_in_child, workshop, nothing, nothing, ended)


def test_models(frozen: Sequence[Frozen], workshop: Workshop, quick: bool) -> Tested:
    """Open the test set, once, in a process of its own, and ask all models there.

    Raises:
        FitFailed: it ended with an error.
    """
    receive, process = _start(_test_in_child, [asdict(model) for model in frozen], workshop, quick)
    kind, content = _receive(receive)
    process.join()
    if kind == "failed":
        said = content or f"its process ended with code {process.exitcode}."
        raise FitFailed(f"The evaluation on the test set failed: {said}")
    tested: Tested = content
    return tested


def _run(
    waiting: list[Task],
    target: Callable[..., None],
    workshop: Workshop,
    started: Started,
    moved: Moved,
    ended: Ended,
) -> None:
    running: dict[Connection, tuple[Task, Any]] = {}
    try:
        while waiting or running:
            while waiting and _fits_in(waiting[0], running, workshop.workers):
                task = waiting.pop(0)
                content = asdict(task) | {"fit": task.fit.as_dict()}
                receive, process = _start(target, content, workshop)
                running[receive] = (task, process)
                started(task)
            for connection in wait(list(running)):
                assert isinstance(connection, Connection)
                task, process = running[connection]
                kind, content = _receive(connection)
                if kind == "moved":
                    moved(task, content)
                    continue
                process.join()
                del running[connection]
                connection.close()
                if kind == "failed":
                    said = content or f"its process ended with code {process.exitcode}."
                    raise FitFailed(f"{task.fit.network} failed: {said}")
                ended(task, content)
    finally:
        for _, process in running.values():
            process.kill()  # nothing is lost: a record is written by the parent
            process.join()


def _start(target: Callable[..., None], *arguments: Any) -> tuple[Connection, Any]:
    """Fork a process; return where it answers, and itself."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.results.preload"])
    os.environ.update(_ENVIRONMENT)
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(send, *arguments), daemon=True)
    process.start()
    send.close()
    return receive, process


def _fits_in(task: Task, running: Mapping[Any, tuple[Task, Any]], workers: int) -> bool:
    used = sum(other.fit.threads for other, _ in running.values())
    return not running or used + task.fit.threads <= workers


def _receive(connection: Connection) -> tuple[str, Any]:
    try:
        kind, content = connection.recv()
    except EOFError:
        return "failed", ""
    return kind, content


def _fit_in_child(send: Connection, task: dict[str, Any], workshop: Workshop) -> None:
    def work() -> Any:
        from autograder.results import fit as fits
        from autograder.results.digits import read_training_file

        fit = Fit.from_dict(task["fit"])
        fits.be_deterministic(fit.threads)
        images, labels = read_training_file(workshop.training_file)
        identity = fits.Identity(task["key"], task["part"], task["data"], task["code"])
        return fits.run(
            fit, images, labels, identity, workshop.models, lambda s: send.send(("moved", s))
        )

    _answer(send, work)


def _probe_in_child(send: Connection, task: dict[str, Any], workshop: Workshop) -> None:
    def work() -> Any:
        from autograder.results import fit as fits
        from autograder.results.digits import read_training_file

        fit = Fit.from_dict(task["fit"])
        fits.be_deterministic(fit.threads)
        images, labels = read_training_file(workshop.training_file)
        few = slice(0, _PROBE_IMAGES)
        return fits.seconds_per_image(fit, images[few], labels[few])

    _answer(send, work)


def _test_in_child(
    send: Connection, frozen: list[dict[str, str]], workshop: Workshop, quick: bool
) -> None:
    def work() -> Any:
        from autograder.results import fit as fits
        from autograder.results.evaluation import evaluate

        fits.be_deterministic(workshop.workers)
        models = [Frozen(**model) for model in frozen]
        return evaluate(models, workshop.models, TestSet(quick))

    _answer(send, work)


def _answer(send: Connection, work: Callable[[], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt ends
    try:
        send.send(("done", work()))
    except BaseException:
        send.send(("failed", traceback.format_exc()))
    finally:
        send.close()
