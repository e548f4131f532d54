"""An IPython kernel that also answers the judge.

One more message type on the shell channel: a `judge_request` names a function of the notebook, or
one of our probes, and brings arguments; the `judge_reply` carries plain data or says what went
wrong. This is the learner's side of the bridge: nothing that it says is trusted.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from unittest import mock

from ipykernel import ipkernel
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

from autograder.warm.messages import REPLY, REQUEST
from autograder.warm.private_copy import private_copy

_answer = private_copy(
    "autograder.warm.answering",
    ("course.errors", "course.wire", "course.notebook", "course.probes"),
).answer


class JudgedKernel(IPythonKernel):
    """A kernel with an ear for the judge."""

    def __init__(self, **kwargs: Any) -> None:
        # ipykernel notes the files of all modules for a debugger, which there is none of. In a fork
        # that has imported thousands, the copies of memory this takes are a fifth of its start.
        with mock.patch.object(ipkernel, "sys", SimpleNamespace(modules={})):
            super().__init__(**kwargs)
        self.shell_handlers[REQUEST] = _listener(self)


def _listener(kernel: JudgedKernel, answer: Callable[..., Any] = _answer) -> Callable[..., Any]:
    """Return the handler of the judge's questions."""

    async def judge_request(stream: Any, ident: Any, parent: dict[str, Any]) -> None:
        """Answer one question of the judge; whatever happens, something is sent."""
        names = kernel.shell.user_ns
        content, buffers = answer(parent["content"], parent.get("buffers", []), names)
        try:
            kernel.session.send(stream, REPLY, content, parent, ident=ident, buffers=buffers)
        except Exception as error:
            refusal = {"refused": f"it could not be sent ({type(error).__name__})"}
            kernel.session.send(stream, REPLY, refusal, parent, ident=ident)

    return judge_request


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
