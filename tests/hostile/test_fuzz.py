"""Notebooks and messages that were changed at random crash nothing, and earn nothing undeserved.

Seeds are fixed, and every failure names its own.
"""

import json
import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
import zmq
from counting import Tally
from jupyter_client.session import Session
from mutating import change_bytes, change_somewhere, junk, mutated_notebook
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from numpy.random import Generator, default_rng

from autograder import bridge
from autograder.bridge import RemoteNotebook
from autograder.class_run import ClassResult, run_class
from autograder.classroom import find_submissions
from autograder.execution import NotebookRunner, Patience
from autograder.feedback import make_feedback
from autograder.provisioner import use_zygote
from autograder.submission import UnreadableSubmission, grade_id, read_submission
from autograder.warm.messages import REPLY
from autograder.workers import Workplace
from course import wire
from course.errors import NotebookError

# So many in each test, which is then quick; a batch's number is the first of its seeds.
BATCH = 200
NOTEBOOKS = range(0, 1_400, BATCH)
MESSAGES = range(0, 1_000, BATCH)
CALLS = range(0, 120, 20)
IN_A_CLASS, IN_A_LARGE_CLASS, THROUGH_A_KERNEL = 24, 200, 200
NEIGHBOURS = 4
# Mutated code may wait, or run for ever.
PATIENCE = Patience(cell=5, notebook=20, answer=4)


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    """Count over the tests of this file, and write it down."""
    counted = Tally("fuzz")
    yield counted
    counted.write()


@pytest.fixture
def count(tally: Tally, request: pytest.FixtureRequest) -> "Counter[str]":
    """Return the counts of the part that this test belongs to."""
    return tally.of(request.node)


@contextmanager
def attempt(seed: int, count: "Counter[str]") -> Iterator[Generator]:
    """Give a generator, and name its seed if what is done with it fails."""
    count["tried"] += 1
    try:
        yield default_rng(seed)
    except Exception as error:
        raise AssertionError(f"seed {seed}: {type(error).__name__}: {error}") from error
    count["contained"] += 1


def demand_reason(reason: object) -> None:
    """Make sure that a reason is one or more sentences for its reader."""
    said = str(reason)
    assert 10 < len(said) < 2_000, said
    assert said.rstrip()[-1] in ".?!)`", said
    assert "Traceback" not in said


@pytest.mark.parametrize("first", NOTEBOOKS)
def test_a_mutated_notebook_is_read_or_refused_with_a_reason(
    course: Any, count: "Counter[str]", first: int
) -> None:
    source = course.tiny.notebook()
    solved = course.solved()
    for seed in range(first, first + BATCH):
        with attempt(seed, count) as random:
            data = mutated_notebook(solved, random)
            try:
                read = read_submission(data, source)
            except UnreadableSubmission as error:
                demand_reason(error)
            else:
                demand_sound(read.notebook, source)
                for remark in read.remarks:
                    demand_reason(remark)


def demand_sound(notebook: NotebookNode, source: NotebookNode) -> None:
    """Make sure that of a read notebook only the text of a learner's own cells is a learner's."""
    json.dumps(notebook, ensure_ascii=False).encode("utf-8")
    authored = {grade_id(cell): cell for cell in source.cells if grade_id(cell)}
    seen = []
    for cell in notebook.cells:
        assert type(cell.source) is str
        assert cell.cell_type in ("code", "markdown", "raw")
        assert cell.get("outputs", []) == []
        name = grade_id(cell)
        if name is None:
            assert dict(cell.metadata) in ({}, {"tags": ["experiment"]})
            continue
        seen.append(name)
        original = authored[name]
        assert cell.metadata == {"nbgrader": original.metadata.nbgrader}
        assert cell.cell_type == original.cell_type
        if original.metadata.nbgrader.locked and not original.metadata.nbgrader.solution:
            assert cell.source == original.source
    assert len(seen) == len(set(seen))


def test_reading_keeps_to_the_schema(course: Any, count: "Counter[str]") -> None:
    # Few, since looking at all of a schema takes longer than reading.
    for seed in range(20):
        with attempt(seed, count) as random:
            try:
                read = read_submission(
                    mutated_notebook(course.solved(), random), course.tiny.notebook()
                )
            except UnreadableSubmission:
                continue
            nbformat.validate(read.notebook)


def some_value(random: Generator, depth: int = 0) -> Any:
    """Return a value such as notebooks answer with."""
    kind = int(random.integers(4 if depth > 2 else 8))
    if kind == 0:
        return random.choice([True, 3, -1.5, "text", None])
    if kind in (1, 2, 3):
        dtype = str(random.choice(["f4", "i8", "u1", "?", "c8", "U3", ">f8"]))
        shape = tuple(int(n) for n in random.integers(4, size=random.integers(4)))
        return np.zeros(shape, dtype)
    items = [some_value(random, depth + 1) for _ in range(random.integers(4))]
    if kind < 6:
        return items
    return {f"key {n}": item for n, item in enumerate(items)}


def mutated_message(random: Generator) -> tuple[Any, list[bytes]]:
    """Return content and buffers that were sound once."""
    content, buffers = wire.encode(some_value(random))
    for _ in range(random.integers(4)):
        content = change_somewhere(content, random)
    if buffers and random.random() < 0.6:
        at = int(random.integers(len(buffers)))
        buffers[at] = change_bytes(buffers[at], random)
    if random.random() < 0.2:
        random.shuffle(buffers)
    return content, buffers[: int(random.integers(1, len(buffers) + 2))]


_PLAIN = (type(None), bool, int, float, str, bytes, wire.Opaque)


def demand_plain(value: Any) -> int:
    """Make sure that a value is made of plain data; return the bytes of its arrays."""
    kind = type(value)
    if kind in (list, tuple):
        return sum(demand_plain(item) for item in value)
    if kind is dict:
        return sum(demand_plain(key) + demand_plain(item) for key, item in value.items())
    if kind is np.ndarray or isinstance(value, np.generic):
        assert value.dtype.kind in "biufcUS"
        return int(value.nbytes)
    assert kind in _PLAIN, kind
    return 0


@pytest.mark.parametrize("first", MESSAGES)
def test_a_mutated_message_is_plain_data_or_refused(count: "Counter[str]", first: int) -> None:
    for seed in range(first, first + BATCH):
        with attempt(seed, count) as random:
            content, buffers = mutated_message(random)
            try:
                value = wire.decode(content, buffers)
            except wire.WireError as error:
                demand_reason(f"what `double` returned cannot be read: {error}.")
            else:
                # Nothing is allocated beyond the bytes that came.
                assert demand_plain(value) <= sum(map(len, buffers))


class PlayedKernel:
    """Answers each question of a bridge with what it is told to send."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = Session(key=b"key", signature_scheme="hmac-sha256")
        self._context = zmq.Context()
        self._sockets = {}
        for port in (1, 2):
            socket = self._sockets[port] = self._context.socket(zmq.ROUTER)
            socket.linger = 0
            socket.bind(f"ipc://{folder}/k-{port}")

    def connection(self) -> dict[str, Any]:
        """Return what a kernel's connection file holds."""
        scheme = {"key": b"key", "signature_scheme": "hmac-sha256"}
        return scheme | {"ip": f"{self._folder}/k", "shell_port": 1, "control_port": 2}

    def answer(self, random: Generator) -> threading.Thread:
        """Answer the next question with something that was a sound reply once."""
        thread = threading.Thread(target=self._answer, args=(random,))
        thread.start()
        return thread

    def _answer(self, random: Generator) -> None:
        identity, *frames = self._sockets[1].recv_multipart()
        _, frames = self._session.feed_identities(frames)
        asked = self._session.deserialize(frames)
        content, buffers = mutated_message(random)
        reply = self._session.msg(REPLY, {"value": content}, parent=asked)
        if random.random() < 0.5:
            reply = change_somewhere(reply, random)
        try:
            parts = self._session.serialize(reply)
        except Exception:  # what cannot be sent is sent in another way
            parts = [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", random.bytes(20)]
        at = int(random.integers(len(parts)))
        if random.random() < 0.4:
            parts[at] = change_bytes(parts[at], random)
        if random.random() < 0.3:
            parts[1] = self._session.sign(parts[2:6])
        if random.random() < 0.2:
            del parts[at]
        self._sockets[1].send_multipart([identity, *parts, *buffers])

    def close(self) -> None:
        self._context.destroy(linger=0)


@pytest.mark.parametrize("first", CALLS)
def test_mutated_replies_on_the_wire_are_answers_or_told_plainly(
    count: "Counter[str]", first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge, "_GRACE_SECONDS", 0.01)
    kernel = PlayedKernel(tmp_path)
    descriptor = os.pidfd_open(os.getpid())
    try:
        for seed in range(first, first + CALLS.step):
            with (
                attempt(seed, count) as random,
                # The time is for replies that are none: nobody else answers here.
                RemoteNotebook(kernel.connection(), descriptor, seconds=0.05) as learner,
            ):
                answering = kernel.answer(random)
                try:
                    demand_plain(learner.call("double", ([1, 2],), {}))
                except NotebookError as error:
                    demand_reason(error)
                answering.join()
    finally:
        kernel.close()
        os.close(descriptor)


_OUTPUTS: tuple[dict[str, Any], ...] = (
    {"msg_type": "stream", "content": {"name": "stdout", "text": "said"}},
    {"msg_type": "display_data", "content": {"data": {"text/plain": "x"}, "metadata": {}}},
    {
        "msg_type": "execute_result",
        "content": {"data": {"text/html": "x"}, "metadata": {}, "execution_count": 3},
    },
    {"msg_type": "error", "content": {"ename": "E", "evalue": "v", "traceback": ["line"]}},
    {
        "msg_type": "update_display_data",
        "content": {
            "data": {"image/png": "eA=="},
            "metadata": {},
            "transient": {"display_id": "i"},
        },
    },
    {"msg_type": "clear_output", "content": {"wait": True}},
    {"msg_type": "execute_input", "content": {"code": "x", "execution_count": 1}},
    {"msg_type": "comm_open", "content": {"comm_id": "c", "target_name": "t", "data": {}}},
)


def test_mutated_outputs_leave_a_sound_notebook(count: "Counter[str]") -> None:
    for seed in range(300):
        with attempt(seed, count) as random:
            notebook = new_notebook(cells=[new_code_cell("x")])
            runner = NotebookRunner(notebook)
            runner.reset_execution_trackers()
            for _ in range(3):
                message = json.loads(json.dumps(_OUTPUTS[int(random.integers(len(_OUTPUTS)))]))
                message["content"] = change_somewhere(message["content"], random)
                if random.random() < 0.1:
                    message["content"] = junk(random)
                runner.process_message(message, notebook.cells[0], 0)
            json.dumps(notebook, ensure_ascii=False).encode("utf-8")
            nbformat.validate(notebook)


class MutatedClass:
    """A class of mutated notebooks, with honest neighbours in between."""

    def __init__(self, root: Path, course: Any, size: int) -> None:
        self.root, self._course = root, course
        self.url = f"sqlite:///{root / 'gradebook.db'}"
        # What each truly earns at most: of `half`, `middle` is not written.
        self.earned: dict[str, int] = {}
        half, stub = course.stub(), course.stub()
        for cell in half.cells:
            if grade_id(cell) == "double":
                cell.source = course.tiny.solution("double")
        for seed in range(size):
            random = default_rng(seed)
            base, points = [(half, 4), (stub, 0)][int(random.integers(2))]
            self._hand_in(f"seed-{seed:04}", mutated_notebook(base, random), points)
        for number in range(NEIGHBOURS):
            after = f"seed-{number * size // NEIGHBOURS:04}"
            self._hand_in(f"{after}-neighbour", json.dumps(course.solved()).encode(), 6)

    def _hand_in(self, student: str, data: bytes, points: int) -> None:
        path = self.root / "submitted" / student / "01_tiny" / "01_tiny.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        self.earned[student] = points

    def grade(self, **options: Any) -> ClassResult:
        found = find_submissions(self.root / "submitted", self._course.assignments)
        workplace = Workplace(
            self._course.assignments, workers=2, with_tensorflow=False, patience=PATIENCE, **options
        )
        return run_class(found, workplace, self.root, self.url)

    def demand_fair(self, result: ClassResult, count: "Counter[str]") -> None:
        """Make sure that everyone has a result, no more than was earned, and reasons."""
        records = {record["student"]: record for record in result.records}
        count["tried"] += len(self.earned)
        count["grades_lost"] += len(self.earned.keys() - records.keys())
        assert records.keys() == self.earned.keys()
        for student, record in records.items():
            gained = record["score"] - self.earned[student]
            count["points_gained"] += max(0, gained)
            assert gained <= 0, student
            is_neighbour = student.endswith("-neighbour")
            count["neighbours_harmed"] += is_neighbour and gained != 0
            assert not is_neighbour or gained == 0, student
            lost = sum(loss["points"] for loss in record["lost"])
            assert record["score"] + lost == record["max_score"] == 6, student
            for loss in record["lost"]:
                demand_reason(loss["reason"])
            count["contained"] += 1


@pytest.mark.sandbox
def test_a_class_of_mutated_notebooks_is_graded_fairly(
    course: Any, tmp_path: Path, count: "Counter[str]"
) -> None:
    made = MutatedClass(tmp_path, course, IN_A_CLASS)
    made.demand_fair(made.grade(), count)


@pytest.mark.slow
def test_a_large_class_of_mutated_notebooks_is_graded_fairly_and_gets_feedback(
    course: Any, tmp_path: Path, count: "Counter[str]"
) -> None:
    made = MutatedClass(tmp_path, course, IN_A_LARGE_CLASS)
    made.demand_fair(made.grade(), count)
    pages = make_feedback(tmp_path, ["01_tiny"], made.url)
    assert {page.parts[-3] for page in pages} == set(made.earned)


FORGING = """
import random as chance
import numpy as np
kernel = get_ipython().kernel
send = type(kernel.session).send

def changed(tree):
    if chance.random() < 0.2:
        return chance.choice([None, 1e308, -1, 10**19, "x", {}, [], [[]], {"$npy": 0}, {"$npy": 1},
                              {"$scalar": 0}, {"$bytes": 0}, {"$dict": [[1]]}, {"$float": "nan"}])
    if isinstance(tree, list):
        return [changed(item) for item in tree]
    if isinstance(tree, dict):
        keys = {key: str(changed(key)) if chance.random() < 0.2 else key for key in tree}
        return {keys[key]: changed(value) for key, value in tree.items()}
    return tree

def bent(data):
    data = bytearray(data)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(data) + 1)
        data[at:at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
    return bytes(data)

def forging(session, stream, kind, content=None, parent=None, ident=None, buffers=None, **more):
    if kind == "judge_reply":
        content, buffers = changed(content), [bent(data) for data in buffers or []]
        if chance.random() < 0.1:
            kind = "execute_reply"
        for _ in range(chance.randrange(3)):
            send(session, stream, "judge_reply", changed({"value": 4}), parent, ident)
    return send(session, stream, kind, content, parent, ident, buffers, **more)

type(kernel.session).send = forging

def answer(seed):
    chance.seed(seed)
    return {"numbers": np.arange(seed % 7), "text": "said", "more": [1, 2.5, None, np.float32(3)]}
"""


@pytest.mark.slow
def test_a_kernel_that_bends_its_own_replies_is_asked_and_nothing_breaks(
    zygote: Any, count: "Counter[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge, "_GRACE_SECONDS", 0.2)
    use_zygote(zygote.address)
    asked = 0
    while asked < THROUGH_A_KERNEL:
        runner = NotebookRunner(
            new_notebook(cells=[new_code_cell(f"import numpy as np\n{FORGING}")])
        )
        with runner.setup_kernel(), RemoteNotebook.of(runner, 0.5) as learner:
            runner.run_cell(0)
            # An answer that stays out ends the asking; the next kernel is asked then.
            while asked < THROUGH_A_KERNEL and learner.broken is None:
                with attempt(asked, count):
                    try:
                        demand_plain(learner.call("answer", (asked,), {}))
                    except NotebookError as error:
                        demand_reason(error)
                learner._endless.clear()
                asked += 1
