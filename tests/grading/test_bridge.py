"""The grader's side of the bridge takes plain data, bounded in size and time, from anyone."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.bridge import RemoteNotebook
from course import probes
from course.errors import LearnerError, NoAnswer, NotDefined, NotebookError

pytestmark = pytest.mark.sandbox

HONEST = """
import os, signal, sys, time
import numpy as np

def double(x, plus=0): return 2 * x + plus
def echo(*args, **kwargs): return [list(args), kwargs]
def fail(): raise KeyError("why")
def leave(): sys.exit("bye")
def interrupt(): raise KeyboardInterrupt
def loop():
    while True: pass
def wait(): time.sleep(60)
def stubborn():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True: pass
def die(): os._exit(0)
def chat(): print("x" * 1000); sys.stderr.write("y"); return 1
def large(n): return np.zeros(n, np.uint8)
def cell_id(): return get_ipython().execution_count
"""

FORGING = """
kernel = get_ipython().kernel
send = type(kernel.session).send
answers = {}

def forging(session, stream, msg_or_type, content=None, parent=None, ident=None, buffers=None, **k):
    if msg_or_type == "judge_reply":
        globals().update(session=session, stream=stream, ident=ident)
        content, buffers = forge(content, buffers)
    return send(session, stream, msg_or_type, content, parent, ident, buffers, **k)

def forge(content, buffers):
    name, answers["name"] = answers.pop("name", None), None
    return eval(name, globals()) if name else (content, buffers)

def forged(expression):
    answers["name"] = expression

type(kernel.session).send = forging
"""

FORGERIES = {
    "a verdict": '({"value": {"$dict": [["points", 9]]}, "passed": True}, [])',
    "a list": '(b"[1, 2, 3]", [])',
    "a number": '(b"1" * 9999, [])',
    "no json": '(b"<verdict>", [])',
    "what cannot be sent": "([object()], [])",
    "nothing": "(None, None)",
    "no value": "({}, [])",
    "two keys": '({"value": 3, "error": None}, [])',
    "another key": '({"passed": True}, [])',
    "a tag of nobody's": '({"value": {"$model": 1}}, [])',
    "a buffer that is not there": '({"value": {"$npy": 5}}, [])',
    "a pickle": r'({"value": {"$npy": 0}}, [b"\x80\x04\x95\x0f\x00\x00\x00cos\nsystem\n."])',
    "an array of objects": '({"value": {"$npy": 0}}, [b"\\x93NUMPY\\x01\\x00v\\x00"'
    " + \"{'descr': '|O', 'fortran_order': False, 'shape': (1,)}\".ljust(118).encode()])",
    "a lying header": '({"value": {"$npy": 0}}, [b"\\x93NUMPY\\x01\\x00v\\x00"'
    " + \"{'descr': '<f8', 'fortran_order': False, 'shape': (9**9,)}\".ljust(118).encode()])",
    "an odd error": '({"error": {"kinds": [1, None, {}], "name": {}, "text": ["x"]}}, [])',
    "an error without kinds": '({"error": {"kinds": []}}, [])',
    "an error that is a text": '({"error": "ValueError"}, [])',
    "many words": '({"error": {"kinds": ["E" * 9999] * 999, "name": "n", "text": "x" * 9**6}}, [])',
    "an undefined list": '({"undefined": ["<script>"] * 999}, [])',
    "a refusal": '({"refused": {"a": "<script>" * 9999}}, [])',
    # What is packed already is sent as it is; JSON's escapes can say what no text can hold.
    "broken text": r"""(br'{"error": {"kinds": ["\ud800"], "name": "\ud800"}}', [])""",
    "broken value": r"""(br'{"value": ["\udfff"]}', [])""",
    "deep": "(b'{\"value\": ' + b'[' * 60 + b']' * 60 + b'}', [])",
    "bottomless": "(b'{\"value\": ' + b'[' * 99_999 + b']' * 99_999 + b'}', [])",
    "huge integers": "(b'{\"value\": [' + b'9' * 4_000 + b']}', [])",
    "too many values": "(b'{\"value\": [0' + b',0' * 300_000 + b']}', [])",
    "too many bytes": '({"value": None}, [bytes(33 * 2**20)])',
}


class Kernel:
    """A kernel in which a cell was run, to be asked as often as one likes."""

    def __init__(self, runner: Any) -> None:
        self.provisioner = runner.km.provisioner
        self._connection = runner.km.get_connection_info()

    def remote(self, seconds: float = 5) -> RemoteNotebook:
        return RemoteNotebook(self._connection, self.provisioner.pidfd, seconds)


def running(zygote: Any, source: str) -> Iterator[Kernel]:
    from autograder.execution import NotebookRunner
    from autograder.provisioner import use_zygote

    use_zygote(zygote.address)
    runner = NotebookRunner(new_notebook(cells=[new_code_cell(source)]))
    with runner.setup_kernel():
        runner.run_cell(0)
        assert not runner.nb.cells[0].outputs, runner.nb.cells[0].outputs
        yield Kernel(runner)


@pytest.fixture(scope="module")
def honest(zygote: Any) -> Iterator[Kernel]:
    yield from running(zygote, HONEST)


@pytest.fixture(scope="module")
def forging(zygote: Any) -> Iterator[Kernel]:
    yield from running(zygote, HONEST + FORGING)


@pytest.fixture
def fresh(zygote: Any) -> Iterator[Kernel]:
    """A kernel for this test alone, which may end it."""
    yield from running(zygote, HONEST)


def test_a_function_answers_over_the_bridge(honest: Kernel) -> None:
    with honest.remote() as notebook:
        assert notebook.double(3, plus=1) == 7
        np.testing.assert_array_equal(notebook.double(np.arange(3)), [0, 2, 4])


def test_arguments_arrive_as_they_were_sent(honest: Kernel) -> None:
    array = np.arange(6, dtype=np.uint8).reshape(2, 3)
    with honest.remote() as notebook:
        (first, second), named = notebook.echo(array, [1, None, 2.5], text="ä")
    np.testing.assert_array_equal(first, array)
    assert first.dtype == np.uint8
    assert second == [1, None, 2.5]
    assert named == {"text": "ä"}


def test_a_probe_runs_inside_the_kernel(honest: Kernel) -> None:
    with honest.remote() as notebook:
        assert notebook.ask(probes.changed_arguments, "double", np.ones(2)) == []
        with pytest.raises(NotDefined, match="`gone` is not defined"):
            notebook.ask(probes.changed_arguments, "gone")


def test_an_exception_comes_back_in_words(honest: Kernel) -> None:
    with honest.remote() as notebook, pytest.raises(LearnerError) as caught:
        notebook.fail()
    assert caught.value.kinds == ("KeyError", "LookupError", "Exception")
    assert str(caught.value) == "`fail` raised KeyError: 'why'"


@pytest.mark.parametrize(
    ("name", "kind"), [("leave", "SystemExit"), ("interrupt", "KeyboardInterrupt")]
)
def test_a_function_that_wants_to_end_the_kernel_ends_its_answer_only(
    honest: Kernel, name: str, kind: str
) -> None:
    with honest.remote() as notebook:
        with pytest.raises(LearnerError, match=f"`{name}` raised {kind}"):
            notebook.call(name, (), {})
        assert notebook.double(1) == 2


def test_a_missing_function_is_told_with_the_reason_that_is_known(honest: Kernel) -> None:
    with honest.remote() as notebook:
        notebook.failed_cells["gone"] = "SyntaxError: invalid syntax"
        with pytest.raises(NotDefined, match="its cell ended with SyntaxError: invalid syntax"):
            notebook.gone()


def test_what_a_function_prints_while_it_is_asked_goes_nowhere(honest: Kernel) -> None:
    with honest.remote() as notebook:
        assert notebook.chat() == 1


def test_an_answer_that_is_too_large_is_refused_by_the_kernel_already(honest: Kernel) -> None:
    with honest.remote() as notebook:
        with pytest.raises(NoAnswer, match="more than 32 MiB"):
            notebook.large(40 * 2**20)
        assert len(notebook.large(31 * 2**20)) == 31 * 2**20


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_reply_is_an_error_in_words(forging: Kernel, forgery: str) -> None:
    with forging.remote(seconds=0.5) as notebook, pytest.raises(NotebookError) as caught:
        notebook.forged(FORGERIES[forgery])
    assert 0 < len(str(caught.value)) < 3_000
    assert "Traceback" not in str(caught.value)
    with forging.remote() as notebook:
        assert notebook.double(1) == 2


def test_a_forged_value_is_plain_data_that_a_check_will_compare(forging: Kernel) -> None:
    with forging.remote() as notebook:
        answer = notebook.forged('({"value": {"$dict": [["passed", True], ["points", 9]]}}, [])')
    assert answer == {"passed": True, "points": 9}
    assert type(answer) is dict


def test_a_reply_to_another_question_is_no_answer(forging: Kernel) -> None:
    # Fifty replies to questions that were never asked come before the one that counts.
    strays = (
        "([send(session, stream, 'judge_reply', {'value': 77}, "
        "parent=session.msg('judge_request'), ident=ident) for _ in range(50)] "
        "and ({'value': 2}, []))"
    )
    with forging.remote(seconds=5) as notebook:
        assert notebook.forged(f"next({strays[1:-1]} for _ in [0])") == 2


def test_an_endless_function_is_waited_for_once_and_others_are_asked_on(fresh: Kernel) -> None:
    with fresh.remote(seconds=0.5) as notebook:
        with pytest.raises(NoAnswer, match=r"`loop` gave no answer within 0\.5 seconds"):
            notebook.loop()
        assert notebook.double(1) == 2
        began = time.monotonic()
        for _ in range(3):
            with pytest.raises(NoAnswer, match="`loop` gave no answer"):
                notebook.loop()
            with pytest.raises(NoAnswer, match="`loop` gave no answer"):
                notebook.ask(probes.changed_arguments, "loop")
        assert time.monotonic() - began < 0.4
        assert notebook.broken is None


def test_after_a_function_that_cannot_be_interrupted_nothing_is_waited_for(fresh: Kernel) -> None:
    with fresh.remote(seconds=0.5) as notebook:
        with pytest.raises(NoAnswer, match="`stubborn` gave no answer"):
            notebook.stubborn()
        began = time.monotonic()
        with pytest.raises(NoAnswer, match="`stubborn` gave no answer"):
            notebook.double(1)
        assert time.monotonic() - began < 0.2
        assert notebook.broken


def test_a_kernel_that_dies_is_noticed_at_once(fresh: Kernel) -> None:
    with fresh.remote(seconds=60) as notebook:
        began = time.monotonic()
        with pytest.raises(NoAnswer, match="the kernel died while it worked on `die`"):
            notebook.die()
        assert time.monotonic() - began < 10
