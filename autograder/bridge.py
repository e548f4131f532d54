"""The grader's side of the bridge: asks a notebook in a kernel, trusts nothing that comes back.

`RemoteNotebook` is to checks what `course.notebook.LocalNotebook` is to a learner's own check. It
has a socket of its own to the kernel's shell channel, beside nbclient's.
"""

import math
import select
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, NoReturn, Self

import zmq
from jupyter_client.session import Session

from autograder.execution import SENT_TOO_MUCH, NotebookRunner
from autograder.warm.messages import REPLY, REQUEST
from course import wire
from course.errors import LearnerError, NoAnswer, NotDefined
from course.notebook import Notebook

CALL_SECONDS = 10.0
_GRACE_SECONDS = 5.0
_LOOK_SECONDS = 0.1
_MAX_STRAY_MESSAGES = 1_000


class RemoteNotebook(Notebook):
    """A notebook in a kernel, asked over the bridge. A context manager that closes its socket.

    Args:
        connection: the kernel's connection information, with an ``ipc`` transport.
        pidfd: a descriptor that becomes readable when the kernel ends.
        seconds: how long a single answer may take; None for `CALL_SECONDS`.
        within: the runner whose time all answers together may use up; None for no such limit.
    """

    def __init__(
        self,
        connection: Mapping[str, Any],
        pidfd: int,
        seconds: float | None = None,
        within: NotebookRunner | None = None,
    ) -> None:
        self._seconds = CALL_SECONDS if seconds is None else seconds
        self._within = within
        self._pidfd = pidfd
        key = connection["key"]
        self._session = Session(
            key=key if isinstance(key, bytes) else key.encode(),
            signature_scheme=connection["signature_scheme"],
        )
        # A context of its own: a limit on sizes holds for sockets that are made after it is set.
        self._context = zmq.Context()
        self._context.setsockopt(zmq.MAXMSGSIZE, wire.MAX_BYTES)
        # One reply is all that is ever waited for. What a kernel sends besides must not pile up
        # here, neither while it is asked nor while its cells run and nobody reads.
        self._context.setsockopt(zmq.RCVHWM, 2)
        self._socket = self._context.socket(zmq.DEALER)
        self._socket.linger = 0
        self._socket.connect(f"ipc://{connection['ip']}-{connection['shell_port']}")
        self._control = self._context.socket(zmq.DEALER)
        self._control.linger = 0
        self._control.connect(f"ipc://{connection['ip']}-{connection['control_port']}")
        # Becomes readable when something may have come; only a look at the socket tells.
        self._wake_up = int(self._socket.getsockopt(zmq.FD))
        self.broken: str | None = None
        # Why a function may be missing: the cell of its name ended with an error.
        self.failed_cells: dict[str, str] = {}
        # Functions that had to be interrupted: they are not asked, and waited for, again.
        self._endless: dict[str, str] = {}

    @classmethod
    def of(cls, runner: NotebookRunner, seconds: float | None = None) -> Self:
        """Return the notebook in the kernel of a runner, with as much time as each answer needs."""
        manager: Any = runner.km
        return cls(manager.get_connection_info(), manager.provisioner.pidfd, seconds)

    @classmethod
    def limited(cls, runner: NotebookRunner) -> Self:
        """Return the notebook in the kernel of a runner; its answers take of the runner's time."""
        manager: Any = runner.km
        connection = manager.get_connection_info()
        return cls(connection, manager.provisioner.pidfd, runner.patience.answer, runner)

    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """See `Notebook.call`."""
        return self._ask("call", name, args, kwargs)

    def ask(self, probe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """See `Notebook.ask`."""
        return self._ask("ask", probe.__name__, args, kwargs)

    def _ask(self, kind: str, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        if self.broken is not None:
            # There is no telling what the kernel is still busy with.
            raise NoAnswer(self.broken)
        # By convention the first argument of a probe names the function that it examines.
        asked = args[0] if kind == "ask" and args and isinstance(args[0], str) else name
        if asked in self._endless:
            raise NoAnswer(self._endless[asked])
        seconds = min(self._seconds, self._seconds_left())
        if seconds <= 0:
            self._break(self._out_of_time)
        arguments, buffers = wire.encode([list(args), dict(kwargs)])
        content = {"kind": kind, "name": name, "arguments": arguments}
        message = self._session.msg(REQUEST, content)
        self._session.send(self._socket, message, buffers=[*buffers])
        request = message["header"]["msg_id"]
        reply = self._wait_for_reply(request, asked, seconds)
        if reply is None:
            self._end_endless(request, asked)
        return self._read(reply, asked)

    def _seconds_left(self) -> float:
        return math.inf if self._within is None else self._within.seconds_left()

    @property
    def _out_of_time(self) -> str:
        return "" if self._within is None else self._within.out_of_time

    def _end_endless(self, request: str, name: str) -> NoReturn:
        """Interrupt a function that gives no answer, so that others can still be asked."""
        if self._seconds_left() <= 0:
            self._break(self._out_of_time)
        reason = (
            f"`{name}` gave no answer within {self._seconds:g} seconds: "
            "does it run for ever, or wait for something?"
        )
        self._session.send(self._control, self._session.msg("interrupt_request", {}))
        if self._wait_for_reply(request, name, _GRACE_SECONDS) is None:
            self._break(reason)
        self._endless[name] = reason
        raise NoAnswer(reason)

    def _wait_for_reply(self, request: str, name: str, seconds: float) -> dict[str, Any] | None:
        """Wait for the reply to our request; anything else that comes is thrown away.

        Returns:
            The reply, or None if it did not come in time.
        """
        end = time.monotonic() + seconds
        strays = 0
        while True:
            message = self._receive(name)
            if message is not None:
                if (
                    message.get("msg_type") == REPLY
                    and message.get("parent_header", {}).get("msg_id") == request
                ):
                    return message
                strays += 1
                if strays > _MAX_STRAY_MESSAGES or time.monotonic() > end:
                    self._break(f"the notebook answered `{name}` with a flood of messages.")
                continue
            left = end - time.monotonic()
            if left <= 0:
                return None
            if self._within is not None:
                self._within.end_if_it_sends_too_much()
                if self._within.sends_too_much:
                    self._break(SENT_TOO_MUCH)
            ready, _, _ = select.select(
                [self._wake_up, self._pidfd], [], [], min(left, _LOOK_SECONDS)
            )
            if ready == [self._pidfd]:
                self._break(f"the kernel died while it worked on `{name}`.")

    def _receive(self, name: str) -> dict[str, Any] | None:
        """Return the next message, None if there is none yet; a malformed one is an empty dict."""
        try:
            _, message = self._session.recv(self._socket, mode=zmq.NOBLOCK, copy=False)
        except Exception:  # whatever a hostile kernel can put into a message
            return {}
        return message

    def _read(self, reply: dict[str, Any], name: str) -> Any:
        content = reply.get("content")
        if type(content) is dict and len(content) == 1:
            ((key, body),) = content.items()
            if key == "value":
                try:
                    return wire.decode(body, reply.get("buffers", []))
                except wire.WireError as error:
                    raise NoAnswer(f"what `{name}` returned cannot be read: {error}.") from error
            if key == "undefined":
                missing = str(body)[:100]
                raise NotDefined(missing, self.failed_cells.get(missing, ""))
            if key == "error" and type(body) is dict:
                raise _error_from(body, name)
            if key == "refused":
                raise NoAnswer(f"what `{name}` returned cannot be read: {str(body)[:200]}.")
        raise NoAnswer(f"what `{name}` returned cannot be read.")

    def _break(self, reason: str) -> NoReturn:
        self.broken = reason
        raise NoAnswer(reason)

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()
        self._control.close()
        self._context.term()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _error_from(body: dict[str, Any], name: str) -> LearnerError:
    kinds = body.get("kinds")
    plain = type(kinds) is list and all(type(kind) is str for kind in kinds)
    said = body.get("name"), body.get("text")
    named, text = (part if type(part) is str else "" for part in said)
    return LearnerError(
        named[:100] or name,
        tuple(kind[:100] for kind in kinds[:20]) if plain and kinds else ("Exception",),
        text[:1_000],
    )
