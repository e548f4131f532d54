"""A process that has imported the grader and forks `autograder grade` as often as it is told to.

Each order is a line of JSON on standard input; the answers are a line with the process id, and one
with the exit status once it has ended. What runs in the fork is the command from its first line to
its last. What takes longest is spared: the imports; and, unless an order asks for a *whole* grader,
the zygote, which this process lends and has tried, and the fork server, whose place the grader
takes.

An order may name a *moment*, ``{"event": …, "count": n, "then": …}``: when the event has come for
the n-th time, the grader kills itself, or has itself killed a few milliseconds later, or waits.
"""

import json
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from nbgrader import preprocessors  # noqa: F401 - imported before the first fork
from sqlalchemy import event
from sqlalchemy.engine import Engine

from autograder import class_run, classroom, cli, gradebook, repository, whole_files, workers  # noqa: F401
from autograder.isolation import demand_isolation
from autograder.provisioner import use_zygote
from autograder.sandbox import Zygote, ZygoteAddress
from autograder.scratch import Scratch


def main() -> int:
    """Serve orders until there are no more."""
    repository.SOLUTIONS, repository.CHECKS = Path(sys.argv[1]), Path(sys.argv[2])
    lent = Zygote(with_tensorflow=False).start()
    lent.wait_until_ready()
    use_zygote(lent.address)
    demand_isolation()
    print(json.dumps({"lent": str(Path(lent.address.socket).parent)}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            return _grade(order, lent.address)
        print(json.dumps({"pid": child}), flush=True)
        _, status = os.waitpid(child, 0)
        print(json.dumps({"exit": os.waitstatus_to_exitcode(status)}), flush=True)
    lent.close()
    return 0


class _Lent:
    """Is to a grader as a zygote of its own."""

    def __init__(self, address: ZygoteAddress) -> None:
        self._address = address

    def start(self) -> None:
        """Make a scratch folder, as a zygote does, which removes those of killed graders."""
        self._scratch = Scratch.make()

    def wait_until_ready(self) -> ZygoteAddress:
        """Return its address."""
        return self._address

    def close(self) -> None:
        """Remove the folder; the zygote goes on."""
        self._scratch.remove()


def _grade(order: dict[str, Any], lent: ZygoteAddress) -> int:
    os.setsid()
    os.chdir(order["folder"])
    os.environ.update(order["environment"])
    tempfile.tempdir = None
    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nowhere = os.open(os.devnull, os.O_RDONLY)
    for old, new in ((nowhere, 0), (said, 1), (said, 2)):
        os.dup2(old, new)
    if not order["whole"]:
        workers.Zygote = lambda **_: _Lent(lent)  # type: ignore[misc,assignment]
        context = multiprocessing.get_context("fork")
        multiprocessing.get_context = lambda _: context  # type: ignore[assignment]
        workers.demand_isolation = lambda: None
    if not order["with_tensorflow"]:
        workers.Workplace = partial(workers.Workplace, with_tensorflow=False)  # type: ignore[misc,assignment]
    if "file_size" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_size"], order["file_size"]))
    if "moment" in order:
        _Watch(**order["moment"]).begin()
    sys.argv = ["autograder", "grade", "submitted", "--json"]
    sys.argv += ["--workers", "2" if order["whole"] else "1"]
    sys.argv += order.get("options", [])
    try:
        cli.main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


class _Watch:
    """Does something when an event comes for the n-th time."""

    def __init__(self, event: str, count: int, then: str, seconds: float = 0.0) -> None:
        self._event, self._left = event, count
        self._then, self._seconds = then, seconds

    def begin(self) -> None:
        if self._event == "commit":
            event.listen(Engine, "commit", lambda connection: self._came())
        elif self._event == "recorded":
            self._after(gradebook.ClassGradebook, "record")
        elif self._event == "written":
            self._after(classroom, "_write_notebook")
        else:
            self._in_mid_writing()

    def _after(self, holder: Any, name: str) -> None:
        original: Callable[..., Any] = getattr(holder, name)

        def watched(*args: Any, **kwargs: Any) -> Any:
            result = original(*args, **kwargs)
            self._came()
            return result

        setattr(holder, name, watched)

    def _in_mid_writing(self) -> None:
        watch = self

        class HalfWritten(type(Path())):  # type: ignore[misc]
            def write_text(self, text: str, **options: Any) -> int:
                half = super().write_text(text[: len(text) // 2], **options)
                watch._came()
                return half and super().write_text(text, **options)

        original = whole_files.replace_file
        for module in (classroom, sys.modules["autograder.class_config"]):
            module.replace_file = lambda path, text: original(HalfWritten(path), text)  # type: ignore[attr-defined]

    def _came(self) -> None:
        self._left -= 1
        if self._left != 0:
            return
        if self._then == "wait":
            # A descriptor of its own blocks until someone could write, and no longer: whoever is
            # told that this came may take both files away at once.
            with os.fdopen(os.open("go", os.O_RDONLY), "rb") as go:
                Path("came").open("w").close()
                go.read()  # ends once nobody could write any more
        elif self._seconds == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        else:
            self._kill_soon(os.getpid())

    def _kill_soon(self, grader: int) -> None:
        if os.fork() == 0:
            time.sleep(self._seconds)  # a moment of its own that nothing tells of
            if os.getppid() == grader:
                os.kill(grader, signal.SIGKILL)
            os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
