"""A notebook that can be asked: what checks call `learner` and `reference`.

Checks ask a notebook in one of two ways: they call one of its functions by name, or they run a
probe in it. Whether the notebook lives in this process (`LocalNotebook`, for a learner's own
`check`) or in a sandbox behind the bridge makes no difference to a check: what comes back is plain
data either way, see `course.wire`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from course import wire
from course.errors import LearnerError, NoAnswer, describe_exception
from course.probes.registry import find_probe, function_named


class Notebook(ABC):
    """A notebook that can be asked: ``notebook.normalize(digits)`` calls its function by name."""

    @abstractmethod
    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """Call a function of the notebook with copies of the arguments.

        Returns:
            Its result as plain data.

        Raises:
            NotDefined: there is no such function.
            LearnerError: it raised an exception.
            NoAnswer: nothing usable came back.
        """

    @abstractmethod
    def ask(self, probe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run one of our probes (`course.probes`) inside the notebook's process.

        Returns and raises like `call`.
        """

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)

        def ask_by_name(*args: Any, **kwargs: Any) -> Any:
            return self.call(name, args, kwargs)

        return ask_by_name


def call_in_namespace(
    namespace: Mapping[str, Any], name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Any:
    """Call ``namespace[name]``; shared by a learner's own check and the sandboxed kernel.

    Raises:
        LearnerError: see `Notebook.call`.
    """
    function = function_named(namespace, name)
    try:
        return function(*args, **kwargs)
    except (Exception, SystemExit) as error:  # `exit()` ends a call, not the notebook
        raise describe_exception(name, error) from error


def ask_in_namespace(
    namespace: Mapping[str, Any], name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Any:
    """Run the probe called `name` on a namespace; an exception in the learner's code is told.

    Raises:
        LearnerError: see `Notebook.ask`; its name is the function that the probe asked for.
    """
    probe = find_probe(name)
    try:
        return probe(namespace, *args, **kwargs)
    except LearnerError:
        raise
    except Exception as error:
        # By convention the first argument of a probe names the learner's function that it examines.
        asked = args[0] if args and isinstance(args[0], str) else name
        raise describe_exception(asked, error) from error


class LocalNotebook(Notebook):
    """The notebook whose names are in this process, as when a learner runs ``check``."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self._namespace = namespace

    def call(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """See `Notebook.call`."""
        args, kwargs = _copy((list(args), dict(kwargs)))
        return _copy(call_in_namespace(self._namespace, name, tuple(args), kwargs))

    def ask(self, probe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """See `Notebook.ask`."""
        plain_args, plain_kwargs = _copy((list(args), dict(kwargs)))
        return _copy(
            ask_in_namespace(self._namespace, probe.__name__, tuple(plain_args), plain_kwargs)
        )


def _copy(value: Any) -> Any:
    """Send a value over the wire and back, so that here the same things cross as when graded."""
    try:
        return wire.decode(*wire.encode(value))
    except wire.WireError as error:
        raise NoAnswer(f"the answer cannot be read: {error}.") from error
