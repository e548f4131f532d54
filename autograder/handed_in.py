"""Files that learners hand in beside their notebook, such as a trained model.

A file is read here, and opened in a sandboxed kernel only: the learner's own for their cells, and a
fresh one, where no learner's code has run, for the judge's questions about it.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nbformat.v4 import new_notebook

from autograder.bridge import RemoteNotebook
from autograder.execution import NotebookRunner, Patience
from course import probes
from course.errors import NoAnswer
from course.handed_in import MAX_HANDED_IN_BYTES, too_large_to_read
from course.notebook import Notebook

# A file by name; of one that is too large, its size in bytes.
Files = Mapping[str, bytes | int]


def read_files(folder: Path, names: Iterable[str]) -> dict[str, bytes | int]:
    """Read those of the named files that lie in a folder; links are not followed.

    Raises:
        OSError: one is there and cannot be read.
    """
    files: dict[str, bytes | int] = {}
    for name in names:
        path = folder / name
        if path.is_symlink() or not path.is_file():
            continue
        size = path.stat().st_size
        files[name] = size if size > MAX_HANDED_IN_BYTES else path.read_bytes()
    return files


def deliver(files: Files, notebook: RemoteNotebook) -> None:
    """Put files into the folder of a kernel."""
    for name, content in files.items():
        if isinstance(content, bytes):
            notebook.ask(probes.put_file, name, content)


class HandedIn(Notebook):
    """What checks call `handed_in`: files in a fresh kernel. A context manager.

    The kernel is started when the first question comes; most assignments have none.
    """

    def __init__(self, files: Files, patience: Patience | None = None) -> None:
        self._files = files
        self._patience = patience
        self._kernel: RemoteNotebook | None = None
        self._open = contextlib.ExitStack()

    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """See `Notebook.call`."""
        return self._started().call(name, args, kwargs)

    def ask(self, probe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """See `Notebook.ask`."""
        for name, content in self._files.items():
            if isinstance(content, int) and name in args:
                raise NoAnswer(too_large_to_read(name, content))
        return self._started().ask(probe, *args, **kwargs)

    def _started(self) -> RemoteNotebook:
        if self._kernel is None:
            runner = NotebookRunner(new_notebook(), self._patience)
            self._open.enter_context(runner.setup_kernel())
            self._kernel = self._open.enter_context(RemoteNotebook.limited(runner))
            deliver(self._files, self._kernel)
        return self._kernel

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()
