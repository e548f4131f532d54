"""A submission that runs away, dies or floods ends in words, costs what it must and no more."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell

pytestmark = pytest.mark.sandbox

RIGHT = "def middle(numbers):\n    return float(np.mean(numbers))"


@pytest.fixture(autouse=True)
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for cells and answers as long as these notebooks need."""
    monkeypatch.setattr("autograder.execution.CELL_SECONDS", 2)
    monkeypatch.setattr("autograder.bridge.CALL_SECONDS", 1)


def earned(graded: Any) -> dict[str, int]:
    return {verdict.question: verdict.earned for verdict in graded.verdicts}


def reasons(graded: Any) -> str:
    return "\n".join(reason for verdict in graded.verdicts for reason in verdict.reasons())


def test_an_endless_cell_costs_its_own_question_only(course: Any, grade: Any) -> None:
    graded = grade(course.solved(double="while True:\n    pass"))
    assert earned(graded) == {"double": 0, "middle": 2}
    assert "`double` is not defined, because its cell ended with KeyboardInterrupt" in reasons(
        graded
    )
    assert graded.remarks == ("The cell `double` ran for more than 2 seconds and was interrupted.",)


def test_an_endless_free_cell_is_named_by_its_number(course: Any, grade: Any) -> None:
    notebook = course.solved()
    notebook.cells.insert(2, new_code_cell("while True:\n    pass"))
    graded = grade(notebook)
    assert graded.earned == 6
    assert "The cell number 3 ran for more than 2 seconds" in graded.remarks[0]


def test_a_function_that_never_returns_loses_its_own_question_only(course: Any, grade: Any) -> None:
    began = time.monotonic()
    graded = grade(course.solved(double="def double(numbers):\n    while True: pass"))
    assert time.monotonic() - began < 8
    assert earned(graded) == {"double": 0, "middle": 2}
    assert "`double` gave no answer within 1 seconds" in reasons(graded)


def test_a_function_that_cannot_be_stopped_loses_the_questions_after_it_too(
    course: Any, grade: Any
) -> None:
    stubborn = (
        "import signal\ndef double(numbers):\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "    while True: pass"
    )
    began = time.monotonic()
    graded = grade(course.solved(double=stubborn))
    assert time.monotonic() - began < 12
    assert earned(graded) == {"double": 0, "middle": 0}
    assert "`double` gave no answer within 1 seconds" in reasons(graded)
    assert len(graded.remarks) == 1


def test_what_cannot_be_interrupted_is_killed(course: Any, grade: Any) -> None:
    graded = grade(
        course.solved(
            middle="import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            "time.sleep(60)"
        )
    )
    assert earned(graded) == {"double": 4, "middle": 0}
    assert "ran for more than 2 seconds and did not stop when told to" in graded.remarks[0]
    assert "did not stop when told to" in reasons(graded)


def test_interrupts_that_are_swallowed_do_not_hold_the_grader(course: Any, grade: Any) -> None:
    swallow = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    graded = grade(course.solved(middle=swallow))
    assert earned(graded) == {"double": 4, "middle": 0}


def test_the_whole_notebook_has_a_limit(
    course: Any, grade: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.execution.NOTEBOOK_SECONDS", 5)
    notebook = course.solved()
    for _ in range(12):
        notebook.cells.insert(5, new_code_cell("import time; time.sleep(0.6)"))
    graded = grade(notebook)
    assert earned(graded) == {"double": 4, "middle": 0}
    assert "the whole notebook took more than 5 seconds" in " ".join(graded.remarks)


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos._exit(0)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "import ctypes\nctypes.string_at(0)",
        "get_ipython().kernel.io_loop.stop()\nimport time; time.sleep(0.5)",
    ],
    ids=["exit", "kill", "segmentation fault", "loop stopped"],
)
def test_a_cell_that_ends_the_kernel_keeps_what_was_earned_before(
    course: Any, grade: Any, source: str
) -> None:
    graded = grade(course.solved(middle=source))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert reasons(graded)


def test_a_function_that_ends_the_kernel_loses_its_question_and_those_after(
    course: Any, grade: Any
) -> None:
    graded = grade(course.solved(double="import os\ndef double(numbers):\n    os._exit(0)"))
    assert earned(graded) == {"double": 0, "middle": 0}
    assert "the kernel died while it worked on `double`" in reasons(graded)
    assert graded.remarks == (
        "The notebook was stopped: the kernel died while it worked on `double`.",
    )


@pytest.mark.parametrize("source", ["import sys; sys.exit(0)", "raise KeyboardInterrupt"])
def test_a_cell_that_leaves_costs_its_own_question_only(
    course: Any, grade: Any, source: str
) -> None:
    assert earned(grade(course.solved(double=source))) == {"double": 0, "middle": 2}


def test_endless_output_is_stopped(
    course: Any, grade: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.execution.CELL_SECONDS", 20)
    monkeypatch.setattr("autograder.execution._MAX_OUTPUT", 2 * 2**20)
    graded = grade(course.solved(middle="while True:\n    print('x' * 100)"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert "a cell printed more than 2 MiB and was stopped" in graded.remarks[0]
    assert len(graded.notebook) < 2**20


def test_why_a_cell_ended_is_told_though_its_output_was_lost(course: Any, grade: Any) -> None:
    lost = "get_ipython()._showtraceback = lambda *_: None\nraise MemoryError('no more')"
    graded = grade(course.solved(double=lost))
    assert earned(graded) == {"double": 0, "middle": 2}
    assert "`double` is not defined, because its cell ended with MemoryError: no more" in reasons(
        graded
    )


def test_much_output_is_cut_and_costs_nothing(course: Any, grade: Any) -> None:
    # Twelve MiB at once, as of an array printed in full, and more in pieces.
    much = "print('x' * 12_000_000)\nfor _ in range(500):\n    print('y' * 2_000)"
    began = time.monotonic()
    graded = grade(course.solved(double=f"{much}\ndef double(numbers):\n    return 0"))
    assert time.monotonic() - began < 10
    assert earned(graded) == {"double": 1, "middle": 2}
    assert graded.remarks == ()
    assert graded.notebook.count("of what a cell prints, 256 KiB are kept") == 1
    assert 200_000 < len(graded.notebook) < 400_000


def test_a_question_may_print_as_much_as_it_likes_while_it_is_judged(
    course: Any, grade: Any
) -> None:
    noisy = "def middle(numbers):\n    print('x' * 10**6)\n    return float(np.mean(numbers))"
    graded = grade(course.solved(middle=noisy))
    assert graded.earned == 6
    assert "xxxx" not in graded.notebook


@pytest.fixture
def small(zygote: Any) -> Iterator[None]:
    """Give kernels little of everything."""
    from autograder.provisioner import use_zygote

    limits = replace(
        zygote.address.limits, address_space=2_000, cpu_seconds=3, file_size=1, home_size=2
    )
    use_zygote(replace(zygote.address, limits=limits))
    yield
    use_zygote(zygote.address)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("hog = np.ones(10**9)", "MemoryError"),
        ("open('a', 'wb').write(bytes(2 * 10**6))", "OSError"),
        ("for i in range(9):\n    open(str(i), 'wb').write(bytes(900_000))", "OSError"),
        ("import os\nwhile True:\n    os.fork()", "BlockingIOError"),
        ("import subprocess\nsubprocess.run(['true'])", "BlockingIOError"),
        (
            "import threading, time\nwhile True:\n"
            "    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
            "RuntimeError",
        ),
    ],
    ids=["memory", "file", "files", "fork", "process", "threads"],
)
def test_a_hog_gets_an_exception_and_costs_its_own_question_only(
    course: Any, grade: Any, small: None, source: str, told: str
) -> None:
    graded = grade(course.solved(double=source))
    assert earned(graded) == {"double": 0, "middle": 2}
    assert f"its cell ended with {told}" in reasons(graded)


@pytest.mark.parametrize("what", ["np.ones(10**7)", "open('/dev/null')"], ids=["memory", "files"])
def test_a_hog_that_keeps_what_it_took_keeps_what_was_earned_before(
    course: Any, grade: Any, small: None, what: str
) -> None:
    graded = grade(course.solved(middle=f"kept = []\nwhile True:\n    kept.append({what})"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert reasons(graded)


def test_processor_time_has_a_limit(
    course: Any, grade: Any, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.execution.CELL_SECONDS", 60)
    # It is counted from the start of the kernel, whose imports were the zygote's.
    graded = grade(course.solved(middle="while True: pass"))
    assert earned(graded) == {"double": 4, "middle": 0}
    assert "used more memory or time than it may have" in graded.remarks[0]


HEAD = """
import time, threading
kernel = get_ipython().kernel
session, iopub, shell = kernel.session, kernel.iopub_socket, kernel.shell_stream
parent = kernel.get_parent("shell")
"""

ODD_MESSAGES = {
    "no data": 'session.send(iopub, "display_data", {}, parent=parent)',
    "data of another kind": 'session.send(iopub, "display_data", {"data": 5, "metadata": []}, '
    "parent=parent)",
    "text of another kind": 'session.send(iopub, "stream", {"name": 5, "text": {"a": 1}}, '
    "parent=parent)",
    "a stream without text": 'session.send(iopub, "stream", {}, parent=parent)',
    "a result without data": 'session.send(iopub, "execute_result", {"x": 1}, parent=parent)',
    "an error without words": 'session.send(iopub, "error", {}, parent=parent)',
    "an error of another kind": 'session.send(iopub, "error", {"ename": 1, "evalue": {}, '
    '"traceback": 5}, parent=parent)',
    "an update of nothing": 'session.send(iopub, "update_display_data", {"data": {}, '
    '"transient": 5}, parent=parent)',
    "a clearing": 'session.send(iopub, "clear_output", {}, parent=parent)',
    "an unknown kind": 'session.send(iopub, "verdict", {"points": 5}, parent=parent)',
    "a status": 'session.send(iopub, "status", {"state": 5}, parent=parent)',
    "an odd status": 'session.send(iopub, "status", b"[]", parent=parent)',
    "an odd widget": 'session.send(iopub, "comm_open", {"comm_id": []}, parent=parent)',
    "broken text": r"""session.send(iopub, "stream", br'{"name": "stdout", "text": "\ud800"}', """
    "parent=parent)",
    "broken error": r"""session.send(iopub, "error", br'{"ename": "\ud800", "evalue": "\ud800", """
    r""""traceback": ["\ud800"]}', parent=parent)""",
    "broken html": r"""session.send(iopub, "display_data", """
    r"""br'{"data": {"text/html": "\ud800"}, "metadata": {}}', parent=parent)""",
    "no parent": 'session.send(iopub, "stream", {"name": "stdout", "text": "x"}, parent=None)',
    "another parent": 'session.send(iopub, "stream", {"name": "stdout", "text": "x"}, '
    'parent={"header": {"msg_id": ["x"]}, "msg_id": {}})',
    "garbage": 'iopub.send_multipart([b"garbage"])',
    "half a message": 'iopub.send_multipart([b"a", b"<IDS|MSG>", b"signature"])',
    "a wrong signature": 'iopub.send_multipart([b"<IDS|MSG>", b"0", b"{}", b"{}", b"{}", b"{}"])',
    "no json": """iopub.send_multipart([b"<IDS|MSG>", session.sign([b"x"] * 4), *[b"x"] * 4])""",
    "lists": """iopub.send_multipart([b"<IDS|MSG>", session.sign([b"[]"] * 4), *[b"[]"] * 4])""",
    "a reply": 'session.send(iopub, "execute_reply", {"status": "ok"}, parent=parent)',
}


@pytest.mark.parametrize("message", ODD_MESSAGES)
def test_a_forged_output_breaks_nothing(course: Any, grade: Any, message: str) -> None:
    source = f"{HEAD}\nfor _ in range(2):\n    {ODD_MESSAGES[message]}\ntime.sleep(0.05)\n{RIGHT}"
    graded = grade(course.solved(middle=source))
    assert earned(graded)["double"] == 4
    assert earned(graded)["middle"] == 2 or graded.remarks
    graded.notebook.encode("utf-8")
    for verdict in graded.verdicts:
        "".join(verdict.reasons()).encode("utf-8")


def growth_in_mib(work: Callable[[], Any]) -> int:
    """Return by how much the memory of this process grew at most while some work was done."""

    def now() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4_096

    def watch() -> None:
        while not done.wait(0.01):
            seen.append(now())

    done, seen = threading.Event(), [now()]
    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        done.set()
        watcher.join()
    return (max(seen) - seen[0]) // 2**20


FLOODS = {
    "outputs while a function is asked": """
def middle(numbers):
    block = b'{"name": "stdout", "text": "' + b"x" * (8 * 2**20) + b'"}'
    for _ in range(60):
        session.send(iopub, "stream", block, parent=parent)
""",
    "replies": """
send = type(session).send
block = bytes(8 * 2**20)
def flooding(session, stream, kind, content=None, parent=None, ident=None, **k):
    if kind == "judge_reply":
        for _ in range(60):
            send(session, stream, kind, {"value": None}, ident=ident, buffers=[block])
    return send(session, stream, kind, content, parent, ident, **k)
type(session).send = flooding
""",
    "replies while a cell runs": """
send = type(session).send
block = bytes(8 * 2**20)
def flooding(session, stream, kind, content=None, parent=None, ident=None, **k):
    if kind == "judge_reply":
        globals().update(stream=stream, ident=ident)
    return send(session, stream, kind, content, parent, ident, **k)
type(session).send = flooding
def later(*_):
    for _ in range(60):
        send(session, stream, "judge_reply", {"value": None}, ident=ident, buffers=[block])
import threading
threading.Timer(0.1, later).start()
""",
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_messages_does_not_fill_the_graders_memory(
    course: Any, grade: Any, flood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.execution.CELL_SECONDS", 5)
    monkeypatch.setattr("autograder.bridge.CALL_SECONDS", 2)
    where = "middle" if "def middle" in FLOODS[flood] else "double"
    notebook = course.solved(**{where: HEAD + FLOODS[flood]})
    notebook.cells.insert(5, new_code_cell("import time; time.sleep(2)"))
    grown = growth_in_mib(lambda: grade(notebook))
    assert grown < 200, f"{grown} of the 480 MiB that were sent"
