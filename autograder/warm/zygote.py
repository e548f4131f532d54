"""The zygote: imports everything once, runs nothing, and forks a confined kernel per submission.

It is started inside bubblewrap with the descriptor of a listening socket. Each connection asks for
one kernel. A *supervisor* is forked for it; the supervisor enters new namespaces and forks the
*kernel*, which is process 1 in there. The grader gets the kernel's pidfd at once and its exit
status at the end; when it closes the connection, or dies, the kernel is killed, and everything that
the kernel had started goes with it.
"""

import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.warm import confinement, system

# What a kernel would otherwise import after each fork. Only names: the zygote must run no
# TensorFlow operation, since its runtime does not survive a fork.
_TENSORFLOW = "tensorflow keras keras.datasets.mnist".split()
_PRELOADED = (
    "numpy numpy.testing matplotlib matplotlib.pyplot sklearn.model_selection sklearn.metrics "
    "pandas IPython.core.completerlib IPython.core.magics IPython.extensions.storemagic "
    "IPython.core.oinspect IPython.core.logger IPython.core.debugger tornado.platform.asyncio "
    "ipykernel.kernelapp ipykernel.debugger "
    "matplotlib_inline.backend_inline pyseccomp "
    "course.data course.checking course.plots course.probes autograder.warm.judged_kernel"
).split()
_SEED = 0
_MESSAGE_SIZE = 65_536


def main() -> None:
    """Import, announce readiness, and serve until the grader goes away."""
    # bubblewrap would see to it; without a sandbox there is none.
    system.die_with_parent(signal.SIGKILL)
    listener = socket.socket(fileno=int(sys.argv[1]))
    ready = int(sys.argv[2])
    preload(with_tensorflow="--without-tensorflow" not in sys.argv)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # supervisors need no burial
    gc.collect()
    gc.freeze()  # forks share these objects for as long as nobody's garbage collector touches them
    os.write(ready, b"ready\n")
    os.close(ready)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            _supervise(connection)
        connection.close()


def preload(*, with_tensorflow: bool = True) -> None:
    """Import what kernels would import one by one after each fork."""
    os.environ["MPLBACKEND"] = "Agg"
    # Nobody debugs a submission, and each kernel would prepare for it for a while.
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # the language's way to hide a module
    # TensorFlow first: what follows then finds half of its own imports done.
    for name in [*(_TENSORFLOW if with_tensorflow else ()), *_PRELOADED]:
        with suppress(ImportError):  # an optional module, or one that moved between versions
            importlib.import_module(name)
    if not with_tensorflow:
        return
    import keras.datasets.mnist

    from course.data import load_mnist

    # There is no network here: Keras's own loader gets the digits that the sandbox has.
    keras.datasets.mnist.load_data = lambda path="mnist.npz": load_mnist()


def _supervise(connection: socket.socket) -> None:
    """Fork one kernel, watch over it, and end."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        request = json.loads(connection.recv(_MESSAGE_SIZE))
        without = frozenset(request["without"])
        if "user" not in without:
            confinement.become_nobody()
        if "namespaces" not in without:
            confinement.enter_namespaces()
        kernel = os.fork()
        if kernel == 0:
            connection.close()
            _run_kernel(request, without)
        kernel_pidfd = os.pidfd_open(kernel)
        with suppress(OSError):  # who asked is gone already, and its kernel goes in what follows
            socket.send_fds(connection, [b"started"], [kernel_pidfd])
        _wait_for_end(kernel, kernel_pidfd, connection)
        _, status, usage = os.wait4(kernel, 0)
        report = {
            "exit_code": os.waitstatus_to_exitcode(status),
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
        }
        with suppress(OSError):  # nobody listens any more
            connection.send(json.dumps(report).encode())
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _wait_for_end(kernel: int, pidfd: int, connection: socket.socket) -> None:
    """Return once the kernel has ended; kill it if the grader hangs up before."""
    poller = select.poll()
    poller.register(pidfd, select.POLLIN)
    poller.register(connection, select.POLLIN)
    while True:
        ready = {descriptor for descriptor, _ in poller.poll()}
        if pidfd in ready:
            return
        os.kill(kernel, signal.SIGKILL)
        poller.unregister(connection)


def _run_kernel(request: dict[str, Any], without: frozenset[str]) -> None:
    """Be the kernel. Never returns."""
    try:
        os.setsid()
        _silence(0, 1)
        folder = request["folder"]
        limits = confinement.Limits(**request["limits"])
        if "namespaces" not in without:
            confinement.take_own_view(folder, limits)
        # Without a sandbox there is no private home, but a folder that goes with the kernel.
        home = Path(confinement.HOME if "landlock" not in without else folder)
        connection_file = _settle_in(home, request["connection"])
        if "limits" not in without:
            confinement.set_limits(limits)
        if "namespaces" not in without:
            system.drop_capabilities()
        if "landlock" not in without:
            confinement.restrict_files(folder)
        if "seccomp" not in without:
            confinement.forbid_calls()
        _serve(connection_file, sockets_forbidden="seccomp" not in without)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _silence(*descriptors: int) -> None:
    """Send descriptors nowhere: ipykernel echoes output to those that it starts with."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _settle_in(home: Path, connection: dict[str, Any]) -> str:
    """Make the private home the place to be; return the path of the connection file in it."""
    os.environ.pop("JPY_PARENT_PID", None)  # a kernel whose parent is process 1 kills itself
    os.environ.update(
        HOME=str(home),
        TMPDIR=str(home),
        IPYTHONDIR=str(home / ".ipython"),
        MPLCONFIGDIR=str(home),
        NBGRADER_EXECUTION="autograde",
    )
    tempfile.tempdir = None  # what was found before the fork is not ours to write to
    os.chdir(home)
    connection_file = home / f".kernel-{os.getpid()}.json"
    connection_file.write_text(json.dumps(connection), encoding="utf-8")
    return str(connection_file)


def _serve(connection_file: str, *, sockets_forbidden: bool) -> None:
    """Start ipykernel and serve one submission. Never returns."""
    from autograder.warm.judged_kernel import JudgedKernelApp

    if "tensorflow" in sys.modules:
        prepare_tensorflow()
    _silence(2)
    app = JudgedKernelApp.instance(connection_file=connection_file)
    app.initialize()
    if sockets_forbidden:
        confinement.forbid_sockets()
    app.start()
    os._exit(0)


def prepare_tensorflow() -> None:
    """Give the kernel one thread and a seed, and let its first operations be quick.

    Two kernels share two cores better than eight threads do, and sums come out in the same order
    every time.
    """
    import keras
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    keras.utils.set_random_seed(_SEED)
    with suppress(Exception):  # not public: without it, all is the same but slower
        _run_operations_directly()


def _run_operations_directly() -> None:
    """Let TensorFlow run an eager operation as it is, not as a function made of it.

    The function brings nothing on a CPU, and the first time that an operation of a kind is run, its
    making takes longer than the operation: a kernel spends a tenth of its life on them.
    """
    from tensorflow.python import pywrap_tfe
    from tensorflow.python.eager import context

    runtime = context.context()
    runtime.ensure_initialized()
    pywrap_tfe.TFE_ContextSetRunEagerOpAsFunction(runtime._handle, False)


if __name__ == "__main__":
    main()
