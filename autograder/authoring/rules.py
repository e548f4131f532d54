"""What a script must keep to before it is released. One rule, one function."""

import ast
import re
from collections.abc import Iterator

from IPython.core.inputtransformer2 import TransformerManager

from autograder.authoring.error import AuthoringError
from autograder.authoring.percent_script import Kind, Script, ScriptCell
from autograder.authoring.regions import (
    MARK_SCHEME,
    SOLUTION,
    Region,
    RegionError,
    find_regions,
    stub_source,
)

_SCRIPT_NAME = re.compile(r"\d\d_[a-z0-9_]+")
_QUESTION_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Cell ids of these forms are ours; a question of such a name could clash with them.
_RESERVED_PREFIXES = ("check-", "locked-", "answer-", "experiment-", "prose-", "code-")
# Notebook cell ids end at 64 characters, and a check cell's has a prefix.
_LONGEST_NAME = 50


def check_rules(script: Script) -> None:
    """Check every rule.

    Raises:
        AuthoringError: the first breach found, with its line and how to mend it.
    """
    _script_name(script)
    for cell in script.cells:
        _cell_name(script, cell)
        _cell_type(script, cell)
        _solution_markers(script, cell)
        _mark_scheme_markers(script, cell)
        _question_points(script, cell)
        _parses(script, cell)
    _names_are_unique(script)
    _exercises_and_checks_pair_up(script)
    for exercise in script.of_kind(Kind.EXERCISE):
        _defines_what_it_is_named_after(script, exercise)
        _stub_and_solution_agree(script, exercise)
    for check in script.of_kind(Kind.CHECK):
        _calls_its_check(script, check)


def parse_cell(source: str) -> ast.Module:
    """Parse a code cell as a notebook would run it, magics included.

    Raises:
        SyntaxError: it does not parse.
    """
    python: str = TransformerManager().transform_cell(source)
    return ast.parse(python)


def _script_name(script: Script) -> None:
    if not _SCRIPT_NAME.fullmatch(script.name):
        raise AuthoringError(
            script.path,
            None,
            f'"{script.name}" is no name of a section. Call it NN_name.py, two digits and a name '
            "in lower case, as in 04_prepare.py.",
        )


def _cell_name(script: Script, cell: ScriptCell) -> None:
    if cell.kind in (Kind.EXERCISE, Kind.CHECK):
        if not (cell.name.isidentifier() and cell.name.isascii()) or len(cell.name) > _LONGEST_NAME:
            raise AuthoringError(
                script.path,
                cell.line,
                f'"{cell.name}" is no name of a function. An exercise is named after the function '
                f"that a learner writes, in at most {_LONGEST_NAME} characters.",
            )
    elif cell.kind is Kind.QUESTION and (
        not _QUESTION_NAME.fullmatch(cell.name)
        or cell.name.startswith(_RESERVED_PREFIXES)
        or len(cell.name) > _LONGEST_NAME
    ):
        raise AuthoringError(
            script.path,
            cell.line,
            f'"{cell.name}" is no name of a question. Use lower case, digits and single hyphens, '
            f'as in "why-scale", at most {_LONGEST_NAME} characters, not beginning with '
            f"{', '.join(_RESERVED_PREFIXES)}.",
        )


def _cell_type(script: Script, cell: ScriptCell) -> None:
    if cell.kind is Kind.QUESTION and cell.cell_type != "markdown":
        raise AuthoringError(
            script.path,
            cell.line,
            f'question "{cell.name}" is a code cell. Write `# %% [markdown] question=…`.',
        )
    if cell.kind in (Kind.EXERCISE, Kind.CHECK, Kind.EXPERIMENT) and cell.cell_type != "code":
        raise AuthoringError(
            script.path,
            cell.line,
            f"{cell.kind.value} on a markdown cell. Leave out [markdown].",
        )


def _solution_markers(script: Script, cell: ScriptCell) -> None:
    regions = _regions(script, cell, SOLUTION)
    # An exercise without one passes as it is handed out; whether it may is seen with its points.
    if cell.kind is not Kind.EXERCISE and regions:
        raise AuthoringError(
            script.path,
            cell.first_line + regions[0].begin,
            "a solution region outside an exercise. Mark the cell exercise=…, or remove the "
            "markers.",
        )


def _mark_scheme_markers(script: Script, cell: ScriptCell) -> None:
    regions = _regions(script, cell, MARK_SCHEME)
    if cell.kind is Kind.QUESTION and not any(
        region.text(cell.source).strip() for region in regions
    ):
        raise AuthoringError(
            script.path,
            cell.line,
            f'question "{cell.name}" has no mark scheme. Say what earns its points between '
            "`### BEGIN MARK SCHEME` and `### END MARK SCHEME`.",
        )
    if cell.kind is not Kind.QUESTION and regions:
        raise AuthoringError(
            script.path,
            cell.first_line + regions[0].begin,
            "a mark scheme outside a question. Mark the cell question=…, or remove the markers.",
        )


def _regions(script: Script, cell: ScriptCell, label: str) -> tuple[Region, ...]:
    try:
        return find_regions(cell.source, label)
    except RegionError as error:
        raise AuthoringError(script.path, cell.first_line + error.offset, error.problem) from error


def _question_points(script: Script, cell: ScriptCell) -> None:
    if cell.kind is not Kind.QUESTION:
        return
    points = cell.points
    if isinstance(points, bool) or not isinstance(points, int | float) or not points > 0:
        found = "has no points" if points is None else f"is worth {points!r}"
        raise AuthoringError(
            script.path,
            cell.line,
            f'question "{cell.name}" {found}. Write a positive number, as in points=2.',
        )


def _parses(script: Script, cell: ScriptCell) -> None:
    if cell.cell_type != "code":
        return
    versions = {"the cell": cell.source}
    if cell.kind is Kind.EXERCISE:
        versions = {"the solution": cell.source, "the stub": stub_source(cell.source)}
    for what, source in versions.items():
        try:
            parse_cell(source)
        except SyntaxError as error:
            # Lines of a stub are not lines of the script.
            offset = (error.lineno or 1) - 1 if source is cell.source else 0
            mend = (
                "Correct it."
                if source is cell.source
                else "Learners get the cell with each solution region replaced by "
                "`raise NotImplementedError()`: indent the markers like the code between them."
            )
            raise AuthoringError(
                script.path,
                cell.first_line + offset,
                f"{what} is not valid Python ({error.msg}). {mend}",
            ) from error


def _names_are_unique(script: Script) -> None:
    for kinds in ((Kind.EXERCISE, Kind.QUESTION), (Kind.CHECK,)):
        lines: dict[str, int] = {}
        for cell in script.cells:
            if cell.kind not in kinds:
                continue
            if cell.name in lines:
                raise AuthoringError(
                    script.path,
                    cell.line,
                    f'{cell.kind.value} "{cell.name}" stands in line {lines[cell.name]} already. '
                    "Give each a name of its own.",
                )
            lines[cell.name] = cell.line


def _exercises_and_checks_pair_up(script: Script) -> None:
    exercises = {cell.name: cell for cell in script.of_kind(Kind.EXERCISE)}
    checks = {cell.name: cell for cell in script.of_kind(Kind.CHECK)}
    for name, check in checks.items():
        if name not in exercises or exercises[name].line > check.line:
            raise AuthoringError(
                script.path,
                check.line,
                f'check "{name}" has no exercise before it. Mark the cell where it is solved '
                f'exercise="{name}".',
            )
    for name, exercise in exercises.items():
        if name not in checks:
            raise AuthoringError(
                script.path,
                exercise.line,
                f'exercise "{name}" has no check after it. Add a cell `# %% check="{name}"` with '
                f'`check("{name}")`.',
            )


def _calls_its_check(script: Script, cell: ScriptCell) -> None:
    for node in ast.walk(parse_cell(cell.source)):
        match node:
            case ast.Call(func=ast.Name(id="check"), args=[ast.Constant(value=cell.name)]):
                return
    raise AuthoringError(
        script.path,
        cell.line,
        f'check "{cell.name}" does not check it. Write `check("{cell.name}")` in the cell.',
    )


_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _defines_what_it_is_named_after(script: Script, cell: ScriptCell) -> None:
    for what, source in {"solution": cell.source, "stub": stub_source(cell.source)}.items():
        definition = _definitions(source).get(cell.name)
        if not isinstance(definition, ast.FunctionDef):
            raise AuthoringError(
                script.path,
                cell.line,
                f'the {what} of exercise "{cell.name}" does not define a function '
                f"`{cell.name}`. Keep `def {cell.name}(…):` and its docstring above "
                "`### BEGIN SOLUTION`.",
            )
        if not ast.get_docstring(definition):
            raise AuthoringError(
                script.path,
                cell.line,
                f"the {what} of `{cell.name}` has no docstring. Say what comes in and what goes "
                "out, with shapes, dtypes and an example.",
            )


def _stub_and_solution_agree(script: Script, cell: ScriptCell) -> None:
    solution, stub = _definitions(cell.source), _definitions(stub_source(cell.source))
    for name in solution.keys() & stub.keys():
        for what, of_solution, of_stub in _promises(solution[name], stub[name]):
            if of_solution != of_stub:
                raise AuthoringError(
                    script.path,
                    cell.line,
                    f"stub and solution of `{name}` have not the same {what}. Keep it outside "
                    "the solution region, once.",
                )


def _definitions(source: str) -> dict[str, _Definition]:
    return {node.name: node for node in parse_cell(source).body if isinstance(node, _Definition)}


def _promises(solution: _Definition, stub: _Definition) -> Iterator[tuple[str, str, str]]:
    """Yield what learners rely on, as text of the solution and of the stub."""
    yield "signature", _signature(solution), _signature(stub)
    yield "docstring", str(ast.get_docstring(solution)), str(ast.get_docstring(stub))


def _signature(definition: _Definition) -> str:
    if isinstance(definition, ast.ClassDef):
        return ", ".join(map(ast.unparse, [*definition.bases, *definition.keywords]))
    result = ast.unparse(definition.returns) if definition.returns else ""
    return f"{type(definition).__name__}({ast.unparse(definition.args)}) -> {result}"
