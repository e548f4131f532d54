"""The one error an author meets: which file, which line, what is wrong, how to mend it."""

from pathlib import Path


class AuthoringError(Exception):
    """A script or check module cannot be released as it stands.

    Attributes:
        path: the file to mend.
        line: the line to look at, counted from 1; None if the file as a whole is meant.
        problem: what is wrong and how to mend it.
    """

    def __init__(self, path: Path, line: int | None, problem: str) -> None:
        self.path, self.line, self.problem = path, line, problem
        place = _as_the_author_types_it(path) + ("" if line is None else f", line {line}")
        super().__init__(f"{place}: {problem}")


def _as_the_author_types_it(path: Path) -> str:
    """Return a path relative to the working directory if it lies below it."""
    resolved = path.resolve()
    return (
        str(resolved.relative_to(Path.cwd())) if resolved.is_relative_to(Path.cwd()) else str(path)
    )
