"""What can go wrong when a notebook is asked, in words for the learner."""

_TEXT_LIMIT = 500


class NotebookError(Exception):
    """Asking the notebook did not lead to an answer."""


class LearnerError(NotebookError):
    """The learner's code raised an exception.

    Attributes:
        name: the function or probe that was asked.
        kind: the class name of the exception, such as ``"ValueError"``.
        kinds: the names of all its classes, so ``"ValueError" in error.kinds`` works like `except`.
        text: its message, cut to a few lines.
    """

    def __init__(self, name: str, kinds: tuple[str, ...], text: str) -> None:
        self.name, self.kinds, self.text = name, kinds, text
        self.kind = kinds[0] if kinds else "Exception"
        super().__init__(_describe(name, self.kind, text))


class NotDefined(LearnerError):
    """The notebook has no function of that name.

    Attributes:
        failed_cell: the error with which the cell of that name ended, if it did.
    """

    def __init__(self, name: str, failed_cell: str = "") -> None:
        super().__init__(name, ("NameError",), "")
        if failed_cell:
            said = f"`{name}` is not defined, because its cell ended with {failed_cell}."
        else:
            said = f"`{name}` is not defined. Run the cell that defines it, and keep its name."
        self.args = (said,)


class NoAnswer(NotebookError):
    """No usable answer came: time ran out, the kernel died, or the answer could not be read."""


def _describe(name: str, kind: str, text: str) -> str:
    if kind == "NotImplementedError":
        return (
            f"`{name}` is not written yet: it still raises NotImplementedError. "
            "Put your code in its place."
        )
    return f"`{name}` raised {kind}{': ' + text if text else ''}"


def describe_exception(name: str, error: BaseException) -> LearnerError:
    """Say what a learner's exception was, in plain data and few words."""
    kinds = tuple(c.__name__ for c in type(error).__mro__ if c not in (object, BaseException))
    try:
        text = str(error).strip()
    except BaseException:  # a learner's own exception may fail to describe itself
        text = ""
    if len(text) > _TEXT_LIMIT:
        text = text[:_TEXT_LIMIT].rstrip() + " …"
    return LearnerError(name, kinds, text)
