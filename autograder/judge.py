"""The judge: check modules collected once by pytest, asked one question at a time.

pytest wants to be the one who calls, so it lives in a thread of its own, and questions reach it
through a queue. Asking costs milliseconds; starting pytest for each question would cost forty.
"""

import queue
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Self

from course.pytest_plugin import Asked
from course.questions import Questions, run_questions
from course.verdict import Verdict

_Order = tuple[str, Asked, "Future[Verdict]"]


class Judge:
    """Asks notebooks the questions of some check modules; a context manager.

    Args:
        modules: paths of check modules.

    Raises:
        ChecksError: on entering, if a module cannot be collected.
    """

    def __init__(self, modules: Iterable[Path]) -> None:
        self._modules = list(modules)
        self._orders: queue.Queue[_Order | None] = queue.Queue()
        self._started: Future[list[str]] = Future()
        self._thread = threading.Thread(target=self._run, name="judge", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.questions = self._started.result()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._orders.put(None)
        self._thread.join()

    def ask(self, question: str, asked: Asked) -> Verdict:
        """Run the checks of one question on a notebook.

        Raises:
            KeyError: there is no such question.
        """
        verdict: Future[Verdict] = Future()
        self._orders.put((question, asked, verdict))
        return verdict.result()

    def _run(self) -> None:
        try:
            run_questions(self._modules, self._serve)
        except BaseException as error:
            if not self._started.done():
                self._started.set_exception(error)

    def _serve(self, questions: Questions) -> None:
        self._started.set_result(questions.names())
        while (order := self._orders.get()) is not None:
            question, asked, verdict = order
            try:
                verdict.set_result(questions.ask(question, asked))
            except BaseException as error:
                verdict.set_exception(error)
