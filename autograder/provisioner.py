"""A Jupyter kernel provisioner that takes kernels from a zygote, already warm and confined.

nbclient, nbgrader and any other Jupyter client get such a kernel through the kernel spec below,
without a change: to them it is a kernel like any other.
"""

import asyncio
import json
import os
import select
import shutil
import signal
import socket
import tempfile
from contextlib import suppress
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import KernelProvisionerBase

from autograder.sandbox import SandboxError, Zygote, ZygoteAddress

KERNEL_NAME = "warm-sandbox"
_NOBODY = 65_534
_REPLY_SECONDS = 30
_POLL_SECONDS = 0.004
_GO_ON = "What was recorded before is kept: run the same command again."
_shared: Zygote | None = None
_address: ZygoteAddress | None = None
_trouble: SandboxError | None = None


def use_zygote(address: ZygoteAddress | None) -> None:
    """Say from which zygote this process takes its kernels; None forgets it."""
    global _address, _trouble
    _address = address
    _trouble = None


def demand_no_trouble() -> None:
    """Make sure that kernels were had, and none was lost, since `use_zygote`.

    Whoever runs a notebook or a check takes any exception for the learner's, and a kernel that is
    gone for one that the learner's code has ended: only here is it known better.

    Raises:
        SandboxError: the zygote ended, or gave no kernel.
    """
    if _trouble is not None:
        raise _trouble


def _note(trouble: SandboxError) -> SandboxError:
    global _trouble
    _trouble = trouble
    return trouble


def _find_zygote() -> ZygoteAddress:
    """Return the zygote to use; start one that lives as long as this process if there is none."""
    global _shared
    if _address is not None:
        return _address
    if _shared is None:
        import atexit

        zygote = Zygote().start()
        atexit.register(zygote.close)
        zygote.wait_until_ready()
        _shared = zygote
    return _shared.wait_until_ready()


class WarmKernelSpecs(KernelSpecManager):
    """Knows one more kernel than is installed: ours."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return our kernel's specification, or an installed one."""
        if kernel_name != KERNEL_NAME:
            return super().get_kernel_spec(kernel_name)
        return KernelSpec(
            argv=["unused: the zygote forks the kernel"],
            display_name="Python 3 (warm, sandboxed)",
            language="python",
            interrupt_mode="message",  # reaches the kernel through all namespaces
            metadata={"kernel_provisioner": {"provisioner_name": KERNEL_NAME}},
        )


class WarmKernelProvisioner(KernelProvisionerBase):
    """Launches, watches and ends one kernel of a zygote."""

    _connection: socket.socket | None = None
    _pidfd: int | None = None
    _folder: str | None = None
    _exit_code: int | None = None

    @property
    def has_process(self) -> bool:
        """True from launch until the end was waited for."""
        return self._connection is not None

    @property
    def pidfd(self) -> int | None:
        """A descriptor that becomes readable when the kernel ends."""
        return self._pidfd

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Give the kernel a folder of its own for its sockets."""
        kwargs.pop("extra_arguments", None)
        manager: Any = self.parent
        self._zygote = _find_zygote()
        if self._folder is None:
            self._folder = tempfile.mkdtemp(dir=self._zygote.kernels)
            if os.getuid() == 0:
                os.chown(self._folder, _NOBODY, _NOBODY)
            manager.transport = "ipc"
            manager.ip = os.path.join(self._folder, "k")
            # Beside the zygote's socket, where no kernel sees it, and gone with the zygote.
            name = os.path.basename(self._folder)
            manager.connection_file = os.path.join(
                os.path.dirname(self._zygote.socket), f"{name}.json"
            )
            manager.write_connection_file()
        self.connection_info = manager.get_connection_info()
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Ask the zygote for a kernel.

        Raises:
            SandboxError: the zygote is gone, or could not confine the kernel.
        """
        self._exit_code = None
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        connection.settimeout(_REPLY_SECONDS)
        info = {
            key: value.decode() if isinstance(value, bytes) else value
            for key, value in self.connection_info.items()
        }
        try:
            connection.connect(self._zygote.socket)
            connection.send(self._zygote.request(self._folder or "", info))
            _, descriptors, _, _ = socket.recv_fds(connection, 1024, 1)
        except OSError as error:
            connection.close()
            trouble = SandboxError(f"The zygote does not answer ({error}). {_GO_ON}")
            raise _note(trouble) from error
        if not descriptors:
            connection.close()
            raise _note(SandboxError("The zygote could not confine a kernel; see its log."))
        connection.setblocking(False)
        self._connection, self._pidfd = connection, descriptors[0]
        return self.connection_info

    async def poll(self) -> int | None:
        """Return None while the kernel runs, then its exit code."""
        if self._connection is None or self._pidfd is None:
            return self._exit_code if self._exit_code is not None else 0
        if self._exit_code is None and select.select([self._pidfd], [], [], 0)[0]:
            self._exit_code = self._read_exit_code(self._connection)
        return self._exit_code

    def _read_exit_code(self, connection: socket.socket) -> int:
        connection.settimeout(2)
        try:
            report = connection.recv(4096)
            if not report:  # the supervisor tells of any end but its own
                _note(SandboxError(f"The sandbox was ended from outside. {_GO_ON}"))
            return int(json.loads(report)["exit_code"])
        except (OSError, ValueError, KeyError):
            return -signal.SIGKILL

    async def wait(self) -> int | None:
        """Wait for the kernel's end."""
        while await self.poll() is None:
            await asyncio.sleep(_POLL_SECONDS)
        if self._connection is not None:
            self._connection.close()
        if self._pidfd is not None:
            os.close(self._pidfd)
        self._connection = self._pidfd = None
        return self._exit_code

    async def send_signal(self, signum: int) -> None:
        """Send the kernel a signal, across its process namespace."""
        self._send(signum)

    def kill_now(self) -> None:
        """End the kernel and all that it started, without waiting for the end."""
        self._send(signal.SIGKILL)

    def _send(self, signum: int) -> None:
        if self._pidfd is not None and self._exit_code is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signum)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and all that it started."""
        await self.send_signal(signal.SIGKILL)
        for _ in range(int(_REPLY_SECONDS / _POLL_SECONDS)):
            if await self.poll() is not None:
                return
            await asyncio.sleep(_POLL_SECONDS)

    async def terminate(self, restart: bool = False) -> None:
        """Ask the kernel to end."""
        await self.send_signal(signal.SIGTERM)

    async def cleanup(self, restart: bool = False) -> None:
        """Leave nothing behind."""
        if self._connection is not None:
            await self.kill()
            await self.wait()
        if not restart and self._folder is not None:
            with suppress(OSError):
                os.chmod(self._folder, 0o700)  # its kernel may have taken all rights away
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def get_shutdown_wait_time(self, recommended: float = 5.0) -> float:
        """Return how long an end in order is waited for."""
        return 0.5
