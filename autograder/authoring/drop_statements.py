"""Removes statements from Python source and leaves the layout of the rest as it is.

Every line of a body belongs to one statement: blank lines and comments above it, and comments
below it that are indented deeper than it is. With a statement all its lines go.
"""

import ast
from collections.abc import Collection, Iterator, Sequence


def drop_statements(source: str, tree: ast.Module, doomed: Collection[ast.stmt]) -> str:
    """Return source without some statements of the module or of its classes.

    Args:
        source: Python source with one statement a line.
        tree: what it parses to.
        doomed: the statements of `tree` to remove; a class must keep at least one.
    """
    lines = source.split("\n")
    gone: set[int] = set()
    blank_lines_before: dict[int, int] = {}
    for extents in _bodies(lines, tree):
        blank_lines, is_first = 0, True
        for statement, (begin, end) in extents:
            own = _leading_blank_lines(lines[begin - 1 : end])
            if statement in doomed:
                gone.update(range(begin, end + 1))
                blank_lines = max(blank_lines, own)
                continue
            if is_first and begin > extents[0][1][0]:
                # It moved up to where the body begins, which is no place for a gap.
                gone.update(range(begin, begin + own))
            elif blank_lines > own:
                # It keeps the larger of the two distances from what was above.
                blank_lines_before[begin] = blank_lines - own
            blank_lines, is_first = 0, False
    kept: list[str] = []
    for number, line in enumerate(lines, 1):
        if number not in gone:
            kept += [""] * blank_lines_before.get(number, 0) + [line]
    return "\n".join(kept).strip("\n") + "\n"


def first_line(node: ast.stmt) -> int:
    """Return where a statement begins, decorators included, counted from 1."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def last_line(node: ast.stmt) -> int:
    """Return where a statement ends, counted from 1."""
    return node.end_lineno or node.lineno


_Extents = list[tuple[ast.stmt, tuple[int, int]]]


def _bodies(lines: list[str], tree: ast.Module) -> Iterator[_Extents]:
    """Yield the statements of the module, then of each class, with the lines that are theirs."""
    module = _extents(lines, tree.body, 1, len(lines))
    yield module
    for statement, (_, end) in module:
        if isinstance(statement, ast.ClassDef):
            begin = first_line(statement.body[0])
            while _is_blank_or_comment(lines[begin - 2]):
                begin -= 1
            yield _extents(lines, statement.body, begin, end)


def _extents(lines: list[str], body: Sequence[ast.stmt], first: int, last: int) -> _Extents:
    extents = []
    begin = first
    for index, statement in enumerate(body):
        if index + 1 == len(body):
            end = last
        else:
            end = _end_with_deeper_comments(lines, statement, first_line(body[index + 1]))
        extents.append((statement, (begin, end)))
        begin = end + 1
    return extents


def _end_with_deeper_comments(lines: list[str], statement: ast.stmt, following: int) -> int:
    end = last_line(statement)
    for number in range(end + 1, following):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) > statement.col_offset:
            end = number
    return end


def _leading_blank_lines(lines: list[str]) -> int:
    return next((count for count, line in enumerate(lines) if line.strip()), len(lines))


def _is_blank_or_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
