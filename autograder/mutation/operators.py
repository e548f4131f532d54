"""Mutants of a solution: copies of its cell in which one thing was changed.

Everything is done on the text, at places that the syntax tree names, so that a mutant differs from
the solution in nothing else and its difference can be shown as lines.
"""

import ast
import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Any

from autograder.authoring.regions import SOLUTION, STUB_LINES, find_regions

# These changes come first, for every solution; the others take turns, one of each kind.
_WHOLE = "body"
# Longer lines are shown by their ends.
_LONGEST = 120
_COMPARISONS = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
}
_ARITHMETIC = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "//"),
    ast.Pow: ("**", "*"),
    ast.MatMult: ("@", "*"),
}
_PAIRS = (
    *("mean sum", "max min", "argmax argmin", "zeros ones", "maximum minimum", "std var"),
    *("any all", "exp log", "sf cdf", "sqrt square", "big little", "flatnonzero nonzero"),
    *("xlabel ylabel", "set_xlabel set_ylabel", "xticks yticks", "set_xticks set_yticks"),
    *("sharex sharey", "bar barh", "plot scatter", "append extend", "concatenate stack"),
    *("relu linear", "softmax sigmoid", "valid same", "he_uniform zeros", "ReLU Softmax"),
    *("sparse_categorical_crossentropy categorical_crossentropy", "SGD Adam"),
    *("MaxPooling2D AveragePooling2D", "Flatten GlobalAveragePooling2D", "save save_weights"),
    *("loss val_loss", "accuracy val_accuracy", "float32 int32", "float64 int64", "uint8 int8"),
    *("round int", "len sum", "unique sort"),
)
# What becomes of a returned value. What cannot be multiplied is not.
_CONTAINER_FORMS = ("print({})", "str({})", "[{}]")
_VALUE_FORMS = ("2 * ({})", "-({})", "({}) + 1", "({})[:-1]", *_CONTAINER_FORMS)
# Only these are renamed as the name of an argument.
_RENAMED_KEYWORDS = {"xlabel", "ylabel", "xticks", "yticks", "sharex", "sharey"}
_OTHER_NAMES: dict[str, str] = {}
for _pair in _PAIRS:
    _one, _other = _pair.split()
    _OTHER_NAMES.setdefault(_one, _other)
    _OTHER_NAMES.setdefault(_other, _one)


@dataclass(frozen=True)
class Mutant:
    """A solution in which one thing was changed.

    Attributes:
        kind: what was changed, such as ``"comparison"``.
        change: the lines that differ, ``"old → new"``; no other mutant of the solution has it.
        source: the whole cell.
    """

    kind: str
    change: str
    source: str


@dataclass(frozen=True)
class _Edit:
    """Characters `begin` to `end` are replaced by `text`."""

    kind: str
    begin: int
    end: int
    text: str


def mutants_of(source: str, function: str, most: int) -> tuple[Mutant, ...]:
    """Return mutants of an exercise's cell, the same ones each time.

    Only code inside the solution region is changed; in a cell without one, the function's body.

    Args:
        source: the cell, with the solution.
        function: the name of the exercise.
        most: how many at most; they are spread over the kinds of change.
    """
    cell = _Cell(source, function)
    own = ast.dump(ast.parse(source))
    seen = {own}
    mutants: dict[str, Mutant] = {}
    for edit in _in_turns(cell):
        changed = source[: edit.begin] + edit.text + source[edit.end :]
        tree = _parsed(changed)
        if tree is None or tree in seen:
            continue
        seen.add(tree)
        change = _change(source, changed, edit.kind == _WHOLE)
        while change in mutants:  # the same line stands in two places
            change += " (again)"
        mutants[change] = Mutant(edit.kind, change, changed)
        if len(mutants) == most:
            break
    return tuple(mutants.values())


def _parsed(source: str) -> str | None:
    """Return what tells two programs apart; None if it is no program."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            compile(source, "mutant", "exec")
            return ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        return None


def _change(old: str, new: str, whole: bool) -> str:
    """Show the lines that differ, on one line."""
    before = "the body" if whole else _squeezed(_differing(old, new))
    after = _squeezed(_differing(new, old))
    return f"{before or 'nothing'} → {after or 'nothing'}"


def _differing(text: str, other: str) -> str:
    """Return the lines of a text from the first to the last that the other text has not."""
    lines, others = text.split("\n"), other.split("\n")
    first = _common(lines, others)
    last = _common(lines[first:][::-1], others[first:][::-1])
    return "\n".join(lines[first : len(lines) - last])


def _common(lines: Sequence[str], others: Sequence[str]) -> int:
    pairs = zip_longest(lines, others)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), len(lines))


def _squeezed(text: str) -> str:
    without_comments = (line for line in text.split("\n") if not line.lstrip().startswith("#"))
    words = " ".join(" ".join(without_comments).split())
    half = _LONGEST // 2
    return words if len(words) <= _LONGEST else f"{words[:half]} … {words[-half:]}"


def _in_turns(cell: "_Cell") -> Iterator[_Edit]:
    """Yield the changes of the whole body, then one of each kind in turn.

    Within a kind the order is that of a hash: spread over the solution, and hardly moved by a
    change elsewhere in it.
    """
    by_kind: dict[str, list[_Edit]] = {}
    for edit in cell.edits():
        by_kind.setdefault(edit.kind, []).append(edit)
    yield from by_kind.pop(_WHOLE)
    for edits in by_kind.values():
        edits.sort(key=lambda edit: (_hash(cell.around(edit)), edit.begin))
    for turn in zip_longest(*by_kind.values()):
        yield from (edit for edit in turn if edit is not None)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass
class _Cell:
    """An exercise's cell, and the part of it that may be changed."""

    source: str
    function: str
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._lines = self.source.split("\n")
        starts = [0]
        for line in self._lines:
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts
        tree = ast.parse(self.source)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        self.definition = next(node for node in functions if node.name == self.function)
        regions = find_regions(self.source, SOLUTION)
        body = self.definition.body
        if regions:
            inside = [
                node
                for node in body
                if any(region.begin < node.lineno - 1 < region.end for region in regions)
            ]
        else:
            inside = body[1:] if ast.get_docstring(self.definition) is not None else body
        self.body = inside

    def edits(self) -> Iterator[_Edit]:
        """Yield all changes, in the order of the text, kind by kind where they share a place."""
        yield from self._whole_body()
        nodes = [node for statement in self.body for node in ast.walk(statement)]
        placed: list[Any] = [node for node in nodes if hasattr(node, "lineno")]
        in_texts = {
            id(part)
            for node in placed
            if isinstance(node, ast.JoinedStr)
            for part in ast.walk(node)
            if part is not node
        }
        # What stands in a formatted text has no place of its own before Python 3.12.
        placed = [node for node in placed if id(node) not in in_texts]
        placed.sort(key=lambda node: (node.lineno, node.col_offset))
        negated = {id(n.operand) for n in placed if _is_negative_number(n)}
        for node in placed:
            if id(node) in negated:
                continue
            yield from self._of(node)

    def _of(self, node: Any) -> Iterator[_Edit]:
        if isinstance(node, ast.stmt):
            yield from self._statement(node)
        if isinstance(node, ast.Compare):
            yield from self._comparison(node)
        elif isinstance(node, ast.BinOp):
            yield from self._operator(node.op, node.left, node.right)
        elif isinstance(node, ast.AugAssign):
            yield from self._operator(node.op, node.target, node.value)
        elif isinstance(node, ast.BoolOp):
            yield from self._connective(node)
        elif isinstance(node, ast.UnaryOp) and not _is_negative_number(node):
            yield self._instead("boolean", node, self.text(node.operand))
        elif isinstance(node, ast.IfExp):
            yield self._instead("boolean", node, self.text(node.body))
            yield self._instead("boolean", node, self.text(node.orelse))
        elif isinstance(node, ast.Call):
            yield from self._call(node)
        elif isinstance(node, ast.Constant) or _is_negative_number(node):
            yield from self._constant(node)
        elif isinstance(node, ast.JoinedStr):
            yield self._instead("string", node, '""')
        elif isinstance(node, ast.Slice):
            yield from self._slice(node)
        elif isinstance(node, ast.Attribute):
            yield from self._name(node.attr, self.end(node))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield from self._name(node.id, self.end(node))
            yield from self._variable(node)

    def _whole_body(self) -> Iterator[_Edit]:
        begin, end = self.begin(self.body[0]), self.end(self.body[-1])
        indent = "\n" + " " * self.body[0].col_offset
        arguments = self.definition.args
        first = [*arguments.posonlyargs, *arguments.args, *filter(None, [arguments.vararg])][:1]
        for text in (
            indent.join(STUB_LINES),
            "return None",
            *(f"return {argument.arg}" for argument in first),
        ):
            yield _Edit(_WHOLE, begin, end, text)

    def _comparison(self, node: ast.Compare) -> Iterator[_Edit]:
        lefts = [node.left, *node.comparators]
        for left, operator, right in zip(lefts, node.ops, node.comparators, strict=False):
            sign, others = _COMPARISONS[type(operator)]
            for other in others:
                yield from self._sign("comparison", sign, other, left, right)

    def _operator(self, operator: ast.operator, left: Any, right: Any) -> Iterator[_Edit]:
        if type(operator) in _ARITHMETIC:
            sign, other = _ARITHMETIC[type(operator)]
            yield from self._sign("arithmetic", sign, other, left, right)

    def _connective(self, node: ast.BoolOp) -> Iterator[_Edit]:
        sign, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            yield from self._sign("boolean", sign, other, left, right)
        for value in node.values:
            yield self._instead("boolean", node, self.text(value))

    def _sign(self, kind: str, sign: str, other: str, left: Any, right: Any) -> Iterator[_Edit]:
        """Replace the sign that stands between two expressions, perhaps among brackets."""
        begin = self.end(left)
        found = re.search(
            re.escape(sign).replace(r"\ ", r"\s+"), self.source[begin : self.begin(right)]
        )
        if found:
            yield _Edit(kind, begin + found.start(), begin + found.end(), other)

    def _call(self, node: ast.Call) -> Iterator[_Edit]:
        for keyword in node.keywords:
            if keyword.arg is None:
                continue
            if keyword.arg == "axis":
                for other in ("0", "1", "-1"):
                    yield self._instead("axis", keyword.value, other)
            yield self._without("keyword", keyword, [*node.args, *node.keywords])
            if keyword.arg in _RENAMED_KEYWORDS:
                yield self._renamed(keyword, node.keywords)
        plain = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
        for first, second in pairwise(plain):
            yield self._exchanged("argument", first, second)
        for argument in plain:
            yield self._without("argument", argument, [*node.args, *node.keywords])
            if isinstance(argument, ast.Name) and argument.id in self._own_names():
                yield self._instead("argument", argument, f"{argument.id} + 1")
                yield self._instead("argument", argument, f"2 * {argument.id}")

    def _renamed(self, keyword: ast.keyword, keywords: Sequence[ast.keyword]) -> _Edit:
        assert keyword.arg is not None
        name = _OTHER_NAMES[keyword.arg]
        for other in keywords:
            if other.arg == name:
                pair = sorted((keyword.value, other.value), key=self.begin)
                return self._exchanged("name", *pair)
        begin = self.begin(keyword)
        return _Edit("name", begin, begin + len(keyword.arg), name)

    def _constant(self, node: Any) -> Iterator[_Edit]:
        value = ast.literal_eval(node)
        if isinstance(value, bool):
            yield self._instead("constant", node, str(not value))
        elif isinstance(value, int):
            for other in dict.fromkeys((value + 1, value - 1, 2 * value, -value)):
                yield self._instead("constant", node, str(other))
        elif isinstance(value, float):
            for number in dict.fromkeys((1.1 * value, 0.5 * value, -value)):
                yield self._instead("constant", node, f"{number:g}")
        elif isinstance(value, str):
            yield self._instead("string", node, repr(_OTHER_NAMES.get(value, "")))

    def _slice(self, node: ast.Slice) -> Iterator[_Edit]:
        for bound in filter(None, (node.lower, node.upper)):
            yield self._instead("slice", bound, "")

    def _name(self, name: str, end: int) -> Iterator[_Edit]:
        if name in _OTHER_NAMES:
            yield _Edit("name", end - len(name), end, _OTHER_NAMES[name])

    def _variable(self, node: ast.Name) -> Iterator[_Edit]:
        """Take another of the function's own names, as if one had been mistaken for it."""
        names = self._own_names()
        if node.id in names and len(names) > 1:
            other = names[(names.index(node.id) + 1) % len(names)]
            yield self._instead("variable", node, other)

    def _own_names(self) -> list[str]:
        arguments = [node.arg for node in ast.walk(self.definition.args) if type(node) is ast.arg]
        stored = [
            node.id
            for statement in self.body
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id != "_"
        ]
        return list(dict.fromkeys([*arguments, *stored]))

    def _statement(self, node: ast.stmt) -> Iterator[_Edit]:
        if len(self.body) > 1 or node is not self.body[0]:
            yield self._instead("statement", node, "pass")
        if isinstance(node, ast.If):
            yield self._instead("boolean", node.test, f"not ({self.text(node.test)})")
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            # Done twice, as if a cell had been run again.
            indent = "\n" + " " * node.col_offset
            yield self._instead("statement", node, self.text(node) + indent + self.text(node))
        if isinstance(node, ast.Return) and node.value is not None:
            yield from self._result(node.value)

    def _result(self, value: ast.expr) -> Iterator[_Edit]:
        parts = value.elts if isinstance(value, ast.Tuple | ast.List) else []
        for first, second in pairwise(parts):
            yield self._exchanged("argument", first, second)
        for part in parts:
            if len(parts) > 1:
                yield self._without("result", part, parts)
        is_container = isinstance(value, ast.Tuple | ast.List | ast.Dict)
        for form in _CONTAINER_FORMS if is_container else _VALUE_FORMS:
            yield self._instead("result", value, form.format(self.text(value)))

    def begin(self, node: Any) -> int:
        """Return where a node begins, counted in characters of the whole cell."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: Any) -> int:
        """Return where a node ends."""
        return self._offset(node.end_lineno, node.end_col_offset)

    def _offset(self, line: int, column: int) -> int:
        # The tree counts bytes.
        characters = self._lines[line - 1].encode()[:column].decode()
        return self._starts[line - 1] + len(characters)

    def text(self, node: Any) -> str:
        """Return the text of a node."""
        return self.source[self.begin(node) : self.end(node)]

    def around(self, edit: _Edit) -> str:
        """Return what tells an edit from others: its line, and what becomes of it."""
        begin = self.source.rfind("\n", 0, edit.begin) + 1
        end = self.source.find("\n", edit.end)
        return self.source[begin : edit.begin] + edit.text + self.source[edit.end : end]

    def _instead(self, kind: str, node: Any, text: str) -> _Edit:
        return _Edit(kind, self.begin(node), self.end(node), text)

    def _exchanged(self, kind: str, first: Any, second: Any) -> _Edit:
        between = self.source[self.end(first) : self.begin(second)]
        text = self.text(second) + between + self.text(first)
        return _Edit(kind, self.begin(first), self.end(second), text)

    def _without(self, kind: str, part: Any, parts: Sequence[Any]) -> _Edit:
        """Leave out one of several parts that commas separate, and one comma with it."""
        parts = sorted(parts, key=self.begin)
        place = parts.index(part)
        if place:
            return _Edit(kind, self.end(parts[place - 1]), self.end(part), "")
        end = self.begin(parts[1]) if len(parts) > 1 else self.end(part)
        return _Edit(kind, self.begin(part), end, "")


def _is_negative_number(node: Any) -> bool:
    return (
        isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and isinstance(node.operand, ast.Constant)
    )
