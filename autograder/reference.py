"""The reference: the solved notebook, asked by checks like a learner's, its answers remembered.

All workers of a machine share the answers: the first one that grades an assignment has every check
ask the solved notebook once, and no other worker needs to run it.
"""

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from course import wire
from course.errors import NoAnswer
from course.notebook import Notebook

Answer = tuple[Any, list[bytes]]


class SharedAnswers:
    """Answers in a folder of the grader's own, which no sandbox sees; a file for each.

    Args:
        folder: is made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, exist_ok=True)

    def get(self, key: str) -> Answer | None:
        """Return an answer as `course.wire.encode` gave it, or None if there is none yet."""
        try:
            data = (self._folder / key).read_bytes()
        except FileNotFoundError:
            return None
        head, _, body = data.partition(b"\n")
        content, sizes = json.loads(head)
        ends = [sum(sizes[: i + 1]) for i in range(len(sizes))]
        return content, [body[end - size : end] for size, end in zip(sizes, ends, strict=True)]

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer, in one step: others may be reading. Without room it is not kept."""
        content, buffers = answer
        head = json.dumps([content, [len(buffer) for buffer in buffers]]).encode()
        partial = self._folder / f"{key}.{os.getpid()}"
        try:
            partial.write_bytes(head + b"\n" + b"".join(buffers))
            partial.replace(self._folder / key)
        except OSError:  # raised in a check, it would be taken for the learner's
            partial.unlink(missing_ok=True)

    @contextlib.contextmanager
    def once(self, name: str) -> Iterator[bool]:
        """Let one worker do something for all: yields True to it, and False to all after it.

        The others wait meanwhile. If it raises, the next one is told True.
        """
        with (self._folder / f"{name}.lock").open("a+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            is_first = file.seek(0, os.SEEK_END) == 0  # its length now, not when it was opened
            yield is_first
            if is_first:
                file.write("done\n")


class Reference(Notebook):
    """A notebook whose answers are remembered, here and for other workers.

    Args:
        run: runs the solved notebook and returns it; called when an answer is missing.
        answers: what workers share; None to remember for this process only.
        name: tells the answers of one assignment from those of others.

    Attributes:
        failed: True once an answer stayed out, which is never the fault of a learner.
    """

    def __init__(
        self, run: Callable[[], Notebook], answers: SharedAnswers | None = None, name: str = ""
    ) -> None:
        self._run = run
        self._notebook: Notebook | None = None
        self._shared = answers
        self._name = name
        self._answers: dict[str, Answer] = {}
        self.failed = False

    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """See `Notebook.call`."""
        question = ["call", name, list(args), dict(kwargs)]
        return self._remember(question, lambda notebook: notebook.call(name, args, kwargs))

    def ask(self, probe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """See `Notebook.ask`."""
        question = ["ask", probe.__name__, list(args), dict(kwargs)]
        return self._remember(question, lambda notebook: notebook.ask(probe, *args, **kwargs))

    def forget_notebook(self) -> None:
        """Keep the answers only; the notebook is run again should another be asked for."""
        self._notebook = None

    def _remember(self, question: Any, answer: Callable[[Notebook], Any]) -> Any:
        key = self._key(question)
        if key not in self._answers:
            known = self._shared.get(key) if self._shared is not None else None
            self._answers[key] = known or self._ask_notebook(key, answer)
        return wire.decode(*self._answers[key])  # a fresh copy: a check may change what it gets

    def _ask_notebook(self, key: str, answer: Callable[[Notebook], Any]) -> Answer:
        try:
            if self._notebook is None:
                self._notebook = self._run()
            found = wire.encode(answer(self._notebook))
        except NoAnswer:
            self.failed = True
            raise
        content, buffers = found
        kept = content, [bytes(buffer) for buffer in buffers]
        if self._shared is not None:
            self._shared.put(key, kept)
        return kept

    def _key(self, question: Any) -> str:
        content, buffers = wire.encode(question)
        digest = hashlib.sha256(f"{self._name} {content!r}".encode())
        for buffer in buffers:
            digest.update(buffer)
        return digest.hexdigest()
