"""Runs the checks of one question with pytest, without a terminal, and brings back a verdict.

The same plugin serves a learner's ``check("normalize")`` and the grader. Tests are collected once;
each question is then asked by running its collected items again, which takes milliseconds.
"""

import contextlib
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, cast

import pytest

from course import pytest_plugin
from course.errors import NotebookError
from course.pytest_plugin import ASKED, Asked
from course.testing import measuring
from course.verdict import CheckResult, Verdict

_COURSE = Path(__file__).parent
# Everything that writes, captures or watches is off: checks run inside a kernel or a worker.
_QUIET = (
    "terminal cacheprovider faulthandler unraisableexception threadexception logging debugging "
    "junitxml"
).split()
_PYTEST_OPTIONS = [
    "--disable-plugin-autoload",
    "--import-mode=importlib",
    # Messages are the author's alone: rewritten asserts would print values of hidden checks.
    "--assert=plain",
    "--capture=no",
    "--strict-markers",
    "--noconftest",
    "-c",
    os.devnull,
    *(argument for name in _QUIET for argument in ("-p", f"no:{name}")),
]
_LONGEST_MESSAGE = 2_000


class ChecksError(Exception):
    """A check module cannot be used: it does not import, say."""


class Questions:
    """The collected checks, ready to be asked. Lives inside `run_questions` only."""

    def __init__(self, visible_only: bool) -> None:
        self._visible_only = visible_only
        self._items: dict[str, list[pytest.Item]] = {}
        self._reports: list[_Report] = []
        self.errors: list[str] = []
        self.work: Callable[[Questions], Any] = lambda questions: None
        self.result: Any = None
        self.ran = False

    def names(self) -> list[str]:
        """Return the names of the questions, in the order of their modules."""
        return list(self._items)

    def ask(self, name: str, asked: Asked) -> Verdict:
        """Run the checks of one question.

        Raises:
            KeyError: there is no question of that name.
        """
        items = self._items[name]
        checks = tuple(self._run(item, asked) for item in items)
        return Verdict(name, checks, _lesson(items[0]), tuple(_hints(items[0])))

    def _run(self, item: pytest.Item, asked: Asked) -> CheckResult:
        item.config.stash[ASKED] = asked
        # pytest keeps the test class's instance on the item: drop it, or what one run left on
        # `self` would be seen by the next learner's run.
        for kept in ("_instance", "_obj"):
            item.__dict__.pop(kept, None)
        self._reports = []
        with measuring() as measured:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        # A point needs a positive record: the test itself ran and held, and nothing else failed.
        called = any(report.when == "call" for report in self._reports)
        failures = [report.message for report in self._reports if report.message is not None]
        passed = called and not failures
        message = "" if passed else next(iter(failures), "This check did not run.")
        return CheckResult(
            _title(item), _points(item), passed, message, is_hidden(item), tuple(measured)
        )

    # Hooks of pytest, in the order in which it calls them.

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort the collected tests by question; leave out hidden ones where asked to."""
        for item in items:
            question = item.get_closest_marker("question")
            if question is not None and not (self._visible_only and is_hidden(item)):
                self._items.setdefault(question.args[0], []).append(item)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember why a module could not be collected."""
        if report.failed:
            self.errors.append(str(report.longrepr))

    def pytest_runtestloop(self) -> bool:
        """Do the work instead of pytest's own loop over all tests."""
        if self.errors:
            return True  # `run_questions` says what is wrong
        self.ran = True
        self.result = self.work(self)
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Remember how each phase of a test went; pytest's own report would quote the source."""
        message = None if call.excinfo is None else _message(item, call.excinfo)
        self._reports.append(_Report(call.when, message))
        outcome: Literal["passed", "failed"] = "passed" if message is None else "failed"
        when = cast(Literal["setup", "call", "teardown"], call.when)
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)


class _Report:
    def __init__(self, when: str, message: str | None) -> None:
        self.when, self.message = when, message


def run_questions(
    modules: Iterable[Path], work: Callable[[Questions], Any], *, visible_only: bool = False
) -> Any:
    """Collect check modules once and do some work with their questions.

    Args:
        modules: paths of check modules.
        work: is called with the `Questions`.
        visible_only: leave out hidden checks.

    Returns:
        What `work` returns.

    Raises:
        ChecksError: a module cannot be collected.
    """
    paths = [path.resolve() for path in modules]
    if not paths:
        raise ChecksError("There are no check modules to run.")
    questions = Questions(visible_only)
    failure: list[BaseException] = []

    def guarded(found: Questions) -> Any:
        # Only pytest is to be silent and by itself; the work may take as long as a class does.
        collecting.close()
        try:
            return work(found)
        except BaseException as error:  # handed to our caller; pytest would print it
            failure.append(error)

    questions.work = guarded
    # The parent folder's name is part of the module's name, which keeps a released copy of a
    # check module apart from its source.
    root = os.path.commonpath([path.parent.parent for path in paths])
    arguments = [*_PYTEST_OPTIONS, f"--rootdir={root}", *map(str, paths)]
    noise = io.StringIO()
    with contextlib.ExitStack() as collecting:
        collecting.enter_context(contextlib.redirect_stderr(noise))
        collecting.enter_context(_without_settings())
        code = pytest.main(arguments, plugins=[pytest_plugin, questions])
    if failure:
        raise failure[0]
    if not questions.ran:
        raise ChecksError("\n".join(questions.errors) or noise.getvalue() or f"pytest: {code!r}")
    return questions.result


@contextlib.contextmanager
def _without_settings() -> Iterator[None]:
    """Hide options that are meant for someone's own runs of pytest, such as ``--color=yes``."""
    options = os.environ.pop("PYTEST_ADDOPTS", None)
    try:
        yield
    finally:
        if options is not None:
            os.environ["PYTEST_ADDOPTS"] = options


def is_hidden(item: pytest.Item) -> bool:
    """Tell whether a test is hidden: it asks for the reference, or is marked so."""
    fixtures = getattr(item, "fixturenames", ())
    return "reference" in fixtures or item.get_closest_marker("hidden") is not None


def _points(item: pytest.Item) -> int:
    marker = item.get_closest_marker("points")
    return int(marker.args[0]) if marker else 0


def _title(item: pytest.Item) -> str:
    docstring = getattr(getattr(item, "function", None), "__doc__", None)
    return docstring.strip().splitlines()[0] if docstring else item.name


def _lesson(item: pytest.Item) -> str:
    marker = item.get_closest_marker("question")
    return str(marker.kwargs.get("lesson", "")) if marker else ""


def _hints(item: pytest.Item) -> Iterable[str]:
    return getattr(getattr(item, "cls", None), "hints", ())


def _message(item: pytest.Item, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    """Return what a learner may be told, as text that any file and database can hold.

    Messages quote what the learner's code returned, which may be any text.
    """
    said = _what_to_tell(item, excinfo).encode("utf-8", "replace").decode().replace("\0", "?")
    return said if len(said) <= _LONGEST_MESSAGE else said[:_LONGEST_MESSAGE].rstrip() + " …"


def _what_to_tell(item: pytest.Item, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    """Return what a learner may be told of a failed check.

    The author's own words, always; the words of a library only if the check is not hidden, since
    they show expected values.
    """
    error = excinfo.value
    if isinstance(error, NotebookError):
        return str(error) if str(error).endswith((".", "…", "?")) else f"{error}."
    said = str(error).strip()
    if isinstance(error, AssertionError | pytest.fail.Exception):
        if said and _is_authors(error, error.__traceback__):
            return said
        generic = f"This does not hold: {_title(item)}"
        return generic if is_hidden(item) or not said else f"{generic} {said.splitlines()[0]}"
    if isinstance(error, pytest.skip.Exception):
        return "This check was left out and earns nothing."
    return (
        f"The answer has a form that this check cannot read ({type(error).__name__}). "
        "Does the function return what its docstring promises?"
    )


def _is_authors(error: BaseException, traceback: TracebackType | None) -> bool:
    """Tell whether an assert stands in a check module or in our own helpers."""
    if isinstance(error, pytest.fail.Exception):
        return not str(error).startswith("DID NOT RAISE")
    frames = []
    while traceback is not None:
        frames.append(Path(traceback.tb_frame.f_code.co_filename))
        traceback = traceback.tb_next
    innermost = frames[-1]
    return innermost.name.startswith("test_") or _COURSE in innermost.parents
