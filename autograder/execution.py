"""Runs a notebook's cells in a warm kernel, with limits on time and output.

nbclient does the running; what is added here is a kernel manager that knows our kernels, a client
that is ready as soon as the kernel is, and what happens when a cell takes too long or says too
much: it is interrupted, gets a few seconds to stop, and then the kernel is killed.
"""

import asyncio
import json
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any

import zmq
import zmq.asyncio
from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import Type

from autograder.provisioner import KERNEL_NAME, WarmKernelSpecs

CELL_SECONDS = 30
NOTEBOOK_SECONDS = 180
_GRACE_SECONDS = 5  # on a busy machine, an interrupt takes a while to be heard
_LOOK_SECONDS = 0.1
_MAX_CELL_OUTPUT = 256 * 2**10
_MAX_OUTPUT = 32 * 2**20
# Texts that a page has to make sense of, in characters: one of them, and all of a notebook.
_MAX_RICH = 30_000
_MAX_RICH_OUTPUT = 600_000
# A message of more than all that may be printed ends the channel that brings it. Few may wait: a
# kernel can send faster than we read, and while it is judged nobody reads.
_MAX_MESSAGE = _MAX_OUTPUT + 2**20
_MAX_WAITING = 8
# A kernel can write past its library: a message of many parts, of which none is too large and none
# the last, is counted by nobody. So much may our memory grow while a notebook is run, in bytes.
_MAX_GROWTH = 2**30
# After so many cells in a row whose end was not heard of, the channel is taken for ended.
_MAX_UNHEARD_ENDS = 2
_CUT = f"\n… cut: of what a cell prints, {_MAX_CELL_OUTPUT // 2**10} KiB are kept\n"
_TOO_LONG = "… {:,} characters of {} are too many to be shown"
SENT_TOO_MUCH = "the notebook sent more than can be kept, and was stopped."
_SHOWN = ("stream", "display_data", "execute_result", "update_display_data", "error")
_HEEDED = (*_SHOWN, "status", "execute_input", "clear_output")


class KernelEnded(RuntimeError):
    """The kernel is no more; the message says why, to the learner."""


@dataclass(frozen=True)
class Patience:
    """How long a submission is waited for, in seconds.

    Attributes:
        cell: for one cell.
        notebook: for all cells and answers together.
        answer: for one answer to the judge; None for the bridge's own limit.
    """

    cell: int = field(default_factory=lambda: CELL_SECONDS)
    notebook: int = field(default_factory=lambda: NOTEBOOK_SECONDS)
    answer: float | None = None


class _ReadyClient(AsyncKernelClient):
    """A client that waits for the kernel, and not for a pause in what the kernel says."""

    def start_channels(
        self,
        shell: bool = True,
        iopub: bool = True,
        stdin: bool = True,
        hb: bool = False,
        control: bool = True,
    ) -> None:
        """Start all channels but the heartbeat's: whether the kernel lives, the zygote tells us.

        A heartbeat that a hostile kernel answers with garbage keeps whoever listens waiting for
        ever, and with it whoever waits for the listener's end.
        """
        super().start_channels(shell, iopub, stdin, hb, control)

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        end = time.monotonic() + (timeout or 60)
        while time.monotonic() < end:
            self.kernel_info()
            try:
                reply = await self.shell_channel.get_msg(timeout=1)
            except Empty:
                if not await self.is_alive():
                    raise RuntimeError("The kernel ended while it started.") from None
                continue
            if reply["msg_type"] == "kernel_info_reply":
                self._handle_kernel_info_reply(reply)
                break
        # Once something was heard on the output channel, nothing said later is missed.
        while time.monotonic() < end:
            try:
                await self.iopub_channel.get_msg(timeout=0.05)
                return
            except Empty:
                self.kernel_info()
        raise RuntimeError("The kernel did not start in time.")

    wait_for_ready = _async_wait_for_ready


class WarmKernelManager(AsyncKernelManager):
    """Manages one kernel of the zygote."""

    client_factory = Type(_ReadyClient, klass=AsyncKernelClient)

    def __init__(self, **kwargs: Any) -> None:
        kwargs["kernel_name"] = KERNEL_NAME
        kwargs.setdefault("kernel_spec_manager", WarmKernelSpecs())
        super().__init__(**kwargs)

    def client(self, **kwargs: Any) -> Any:
        """Return a client that refuses huge messages and notices the kernel's sockets at once."""
        client: AsyncKernelClient = super().client(**kwargs)
        client.context = zmq.asyncio.Context()
        client.context.setsockopt(zmq.MAXMSGSIZE, _MAX_MESSAGE)
        client.context.setsockopt(zmq.RCVHWM, _MAX_WAITING)
        client.context.setsockopt(zmq.RECONNECT_IVL, 10)
        return client


class NotebookRunner(NotebookClient):
    """Runs cells one by one, keeps what they print within bounds, and stops what does not end."""

    def __init__(
        self, notebook: NotebookNode, patience: Patience | None = None, **kwargs: Any
    ) -> None:
        self.patience = patience or Patience()
        kwargs.setdefault("kernel_manager_class", WarmKernelManager)
        super().__init__(
            notebook,
            kernel_name=KERNEL_NAME,
            shutdown_kernel="immediate",
            allow_errors=True,
            skip_cells_with_tag="",  # a learner's tags decide nothing
            timeout=self.patience.cell,
            record_timing=False,  # the same submission gives the same notebook
            on_cell_error=_keep_error,
            **kwargs,
        )
        self.log.disabled = True  # what goes wrong is said in the feedback, in our words
        self._deadline = time.monotonic() + self.patience.notebook
        self._printed = 0
        self._printed_by_cell = 0
        self._rich_left = _MAX_RICH_OUTPUT
        self._flooded = False
        self._end_was_heard = False
        self._unheard_ends = 0
        self._did_not_stop = False
        self._memory_before = _memory()
        self.sends_too_much = False

    def extend_deadline(self, seconds: float) -> None:
        """Give the notebook more time: for what its cells are not to blame for."""
        self._deadline += seconds

    def seconds_left(self) -> float:
        """Return how much time the notebook has left."""
        return self._deadline - time.monotonic()

    @property
    def out_of_time(self) -> str:
        """What its owner is told when no time is left."""
        return (
            f"the whole notebook took more than {self.patience.notebook} seconds and was stopped."
        )

    def end_if_it_sends_too_much(self) -> None:
        """End the kernel if what it sent fills the memory of this process."""
        if _memory() - self._memory_before > _MAX_GROWTH and not self.sends_too_much:
            self.sends_too_much = True
            manager: Any = self.km
            manager.provisioner.kill_now()

    def run_cell(self, index: int) -> None:
        """Run one cell; its outputs, and its exception if there was one, are in the notebook then.

        Raises:
            KernelEnded: the kernel died, did not stop when told to, or printed without end.
        """
        cell = self.nb.cells[index]
        self._printed_by_cell = 0
        seconds_left = self.seconds_left()
        if seconds_left <= 0:
            raise KernelEnded(self.out_of_time)
        self.timeout = max(1, min(self.patience.cell, round(seconds_left)))
        self._end_was_heard = not cell.source.strip()
        try:
            self.execute_cell(cell, index)
        except Exception as error:  # whatever messages a hostile kernel makes nbclient stumble over
            raise KernelEnded(self._why_it_ended(error)) from None
        self._unheard_ends = 0 if self._end_was_heard else self._unheard_ends + 1
        if self._unheard_ends >= _MAX_UNHEARD_ENDS:
            raise KernelEnded(self._why_it_ended(None))

    def _why_it_ended(self, error: Exception | None) -> str:
        """End the kernel, if it still runs, and say why."""
        manager: Any = self.km
        run_sync(manager.provisioner.kill)()
        if self.sends_too_much:
            return SENT_TOO_MUCH
        if self._did_not_stop and (self.timeout or 0) < self.patience.cell:
            return self.out_of_time  # there was less left than a cell may take
        if self._did_not_stop:
            return f"a cell ran for more than {self.timeout} seconds and did not stop when told to."
        if self._flooded or error is None:
            return f"a cell printed more than {_MAX_OUTPUT // 2**20} MiB and was stopped."
        if isinstance(error, DeadKernelError | RuntimeError):
            return "the kernel died: a cell ended it, or used more memory or time than it may have."
        return "the kernel sent messages that cannot be read."

    async def _async_poll_kernel_alive(self) -> None:
        """Notice when the kernel ends; nbclient looks once a second, and too long."""
        while self.kc is not None:
            self.end_if_it_sends_too_much()
            try:
                await self._async_check_alive()
            except DeadKernelError:
                if self.task_poll_for_reply is not None:
                    self.task_poll_for_reply.cancel()
                return
            await asyncio.sleep(_LOOK_SECONDS)

    async def _async_handle_timeout(
        self, timeout: int, cell: NotebookNode | None = None
    ) -> dict[str, Any] | None:
        """Interrupt a cell that takes too long; give up on the kernel if that does not help."""
        manager: Any = self.km
        client: Any = self.kc
        await manager.interrupt_kernel()
        end = time.monotonic() + _GRACE_SECONDS
        while (left := end - time.monotonic()) > 0:
            try:
                reply: dict[str, Any] = await client.shell_channel.get_msg(timeout=left)
            except Empty:
                break
            if reply["msg_type"] == "execute_reply":
                if cell is not None:
                    cell["metadata"]["interrupted_after"] = timeout
                return reply
        self._did_not_stop = True
        raise CellTimeoutError.error_from_timeout_and_cell("stopped", timeout, cell or {})

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Keep what a cell says, up to a limit; beyond a higher limit, end its kernel.

        Code in a kernel can send messages of its own, so what is no sound output is dropped.
        """
        kind, content = msg["msg_type"], msg["content"]
        if kind not in _HEEDED or not isinstance(content, dict):
            return None
        if kind in _SHOWN:
            size = len(str(content))
            self._printed += size
            self._printed_by_cell += size
            if self._printed > _MAX_OUTPUT and not self._flooded:
                self._flooded = True
                manager: Any = self.km
                asyncio.ensure_future(manager.provisioner.kill())  # noqa: RUF006 - ends with us
            if self._printed > _MAX_OUTPUT or not _is_sound(kind, content):
                return None
            too_many = self._printed_by_cell - _MAX_CELL_OUTPUT
            if kind == "stream" and too_many > 0:
                if too_many > size:  # it was cut before
                    return None
                content = content | {"text": content["text"][: size - too_many] + _CUT}
            if "data" in content:
                content = content | {"data": self._bounded(content["data"])}
        elif kind == "status" and content.get("execution_state") == "idle":
            self._end_was_heard = True
        if not _is_count(content.get("execution_count", 0)):
            return None
        try:
            return super().process_message(msg | {"content": _as_text(content)}, cell, cell_index)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return None

    def _bounded(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return what a cell shows without long texts that are more than text; pictures stay."""
        kept: dict[str, Any] = {}
        for kind, content in data.items():
            size = len(str(content))
            if not kind.startswith("image/"):
                is_plain = kind == "text/plain"
                if size > (_MAX_CELL_OUTPUT if is_plain else min(_MAX_RICH, self._rich_left)):
                    kept.setdefault("text/plain", _TOO_LONG.format(size, kind))
                    continue
                if not is_plain:
                    self._rich_left -= size
            kept[kind] = content
        return kept


def _keep_error(cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:
    """Have the error that ended a cell among its outputs.

    Outputs get lost where a cell prints faster than is read, and with them why it ended; the reply
    that says the same does not.
    """
    error = execute_reply["content"]
    if _is_sound("error", error) and all(one.output_type != "error" for one in cell.outputs):
        error = _as_text(error)
        name, value = error["ename"][:_MAX_RICH], error["evalue"][:_MAX_RICH]
        trace = [f"{name}: {value}"]
        cell.outputs.append(new_output("error", ename=name, evalue=value, traceback=trace))


def _is_count(value: Any) -> bool:
    return value is None or (type(value) is int and 0 <= value < 2**31)


def _memory() -> int:
    """Return how much memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def _is_sound(kind: str, content: dict[str, Any]) -> bool:
    """Tell whether a message makes an output that a notebook can hold."""
    if kind == "stream":
        return content.get("name") in ("stdout", "stderr") and isinstance(content.get("text"), str)
    if kind == "error":
        texts = [content.get("ename"), content.get("evalue")]
        trace = content.get("traceback")
        return isinstance(trace, list) and all(isinstance(text, str) for text in texts + trace)
    data, metadata = content.get("data"), content.get("metadata", {})
    return (
        isinstance(data, dict)
        and isinstance(metadata, dict)
        and all(isinstance(data.get(name, ""), str) for name in data if "json" not in name)
    )


def _as_text(content: dict[str, Any]) -> dict[str, Any]:
    """Return a message's content with texts that a file can hold: surrogates are replaced."""
    text = json.dumps(content, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        content = json.loads(text.encode("utf-8", "replace"))
    return content
