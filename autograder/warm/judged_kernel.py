"""An IPython kernel that also answers the judge.

One more message type on the shell channel: a `judge_request` names a function of the notebook, or
one of our probes, and brings arguments; the `judge_reply` carries plain data or says what went
wrong. This is the learner's side of the bridge: nothing that it says is trusted.
"""

import contextlib
import io
from types import SimpleNamespace
from typing import Any
from unittest import mock

from ipykernel import ipkernel
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

from autograder.warm.messages import REPLY, REQUEST
from course import wire
from course.errors import LearnerError, NotDefined, describe_exception
from course.notebook import ask_in_namespace, call_in_namespace


class JudgedKernel(IPythonKernel):
    """A kernel with an ear for the judge."""

    def __init__(self, **kwargs: Any) -> None:
        # ipykernel notes the files of all modules for a debugger, which there is none of. In a fork
        # that has imported thousands, the copies of memory this takes are a fifth of its start.
        with mock.patch.object(ipkernel, "sys", SimpleNamespace(modules={})):
            super().__init__(**kwargs)
        self.shell_handlers[REQUEST] = self.judge_request

    async def judge_request(self, stream: Any, ident: Any, parent: dict[str, Any]) -> None:
        """Answer one question of the judge; whatever happens, something is sent."""
        content, buffers = answer(parent["content"], parent.get("buffers", []), self.shell.user_ns)
        try:
            self.session.send(stream, REPLY, content, parent, ident=ident, buffers=buffers)
        except Exception as error:
            refusal = {"refused": f"it could not be sent ({type(error).__name__})"}
            self.session.send(stream, REPLY, refusal, parent, ident=ident)


class JudgedKernelApp(IPKernelApp):
    """Starts a judged kernel. It takes no options and loads nothing that a submission needs not."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            kernel_class=JudgedKernel,
            default_extensions=[],
            config=Config({"HistoryManager": {"enabled": False}}),
            **kwargs,
        )

    def parse_command_line(self, argv: Any = None) -> None:
        """Leave the command line alone: it is the zygote's."""


def answer(
    question: dict[str, Any], buffers: list[Any], namespace: dict[str, Any]
) -> tuple[dict[str, Any], list[bytes]]:
    """Do what the judge asks for, and put what came out into a message.

    Args:
        question: ``{"kind": "call" or "ask", "name": …, "arguments": encoded [args, kwargs]}``.
        buffers: the binary part of the arguments.
        namespace: the names of the notebook.

    Returns:
        The content of the reply, with one of the keys ``value``, ``error``, ``undefined`` and
        ``refused``, and its binary buffers.
    """
    name = question["name"]
    run = call_in_namespace if question["kind"] == "call" else ask_in_namespace
    try:
        args, kwargs = wire.decode(question["arguments"], buffers)
        # What functions print while they are judged is of no interest, and could flood the grader.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            value = run(namespace, name, tuple(args), kwargs)
            content, sent = wire.encode(value)
        return {"value": content}, sent
    except NotDefined as error:
        return {"undefined": error.name}, []
    except LearnerError as error:
        return {"error": _as_data(error)}, []
    except wire.WireError as error:
        return {"refused": str(error)}, []
    except BaseException as error:  # SystemExit and the like end a question, not the kernel
        return {"error": _as_data(describe_exception(name, error))}, []


def _as_data(error: LearnerError) -> dict[str, Any]:
    text = error.text.encode("utf-8", "replace").decode()
    return {"name": error.name, "kinds": list(error.kinds)[:20], "text": text}
