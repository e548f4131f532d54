"""Reads a check module without importing it: questions, hints, tests, points, what is hidden.

Points of an exercise stand here and nowhere else, so what pytest would count and what is read here
must be the same: whatever could make them differ is an error.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard

from autograder.authoring.error import AuthoringError

# What only a grader has: the solved notebook, and digits that no learner can have learned.
HIDING_FIXTURES = ("reference", "held_digits")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Marked = FunctionNode | ast.ClassDef


@dataclass(frozen=True)
class CheckTest:
    """One test. `title` is the first line of its docstring, which learners read."""

    name: str
    title: str
    points: int
    hidden: bool
    line: int


@dataclass(frozen=True)
class CheckQuestion:
    """The tests of one exercise; `name` is the exercise's, `lesson` where the site explains it."""

    name: str
    class_name: str
    hints: tuple[str, str, str]
    lesson: str
    tests: tuple[CheckTest, ...]
    line: int

    @property
    def points(self) -> int:
        """What the exercise is worth."""
        return sum(test.points for test in self.tests)


@dataclass(frozen=True)
class CheckModule:
    """The checks of one section; `name` is that of its assignment, `04_prepare`."""

    name: str
    path: Path
    questions: tuple[CheckQuestion, ...]

    @property
    def points(self) -> dict[str, int]:
        """What each exercise is worth."""
        return {question.name: question.points for question in self.questions}


def read_check_module(path: Path) -> CheckModule:
    """Read `test_NN_name.py`.

    Raises:
        AuthoringError: a question or a test lacks something, or would be counted wrongly.
    """
    if not path.exists():
        raise AuthoringError(path, None, "this check module is missing. Write one.")
    return _Reader(path).read()


def hidden_makers(tree: ast.Module) -> set[str]:
    """Return the names of fixtures that show a test what learners must not see.

    A test that asks for one of them is hidden: pytest hands it the secret through the fixture.
    """
    fixtures = [node for node in ast.walk(tree) if is_fixture(node)]
    makers = set(HIDING_FIXTURES)
    while True:
        askers = {fixture_name(fixture) for fixture in fixtures if makers & asked_for(fixture)}
        if askers <= makers:
            return makers
        makers |= askers


def is_hidden(node: Marked, makers: set[str]) -> bool:
    """Tell whether learners do not get this test or class."""
    if "hidden" in marks(node):
        return True
    return not makers.isdisjoint(asked_for(node))


def is_function(node: ast.AST) -> TypeGuard[FunctionNode]:
    """Tell whether a node defines a function."""
    return isinstance(node, FunctionNode)


def is_test(node: ast.AST) -> TypeGuard[FunctionNode]:
    """Tell whether pytest would collect a node as a test."""
    return is_function(node) and node.name.startswith("test")


def is_fixture(node: ast.AST) -> TypeGuard[FunctionNode]:
    """Tell whether a node defines a function decorated with `pytest.fixture`."""
    return is_function(node) and _fixture_mark(node) is not None


def fixture_name(node: FunctionNode) -> str:
    """Return the name by which tests ask for a fixture."""
    name = fixture_option(node, "name")
    return name if isinstance(name, str) else node.name


def fixture_option(node: FunctionNode, option: str) -> object:
    """Return an option of a fixture's decorator, None where it is not given."""
    mark = _fixture_mark(node)
    for keyword in mark.keywords if isinstance(mark, ast.Call) else ():
        if keyword.arg == option and isinstance(keyword.value, ast.Constant):
            return keyword.value.value
    return None


def _fixture_mark(node: FunctionNode) -> ast.expr | None:
    for decorator in node.decorator_list:
        if dotted(decorator) in ("pytest.fixture", "fixture"):
            return decorator
    return None


def asked_for(node: Marked) -> set[str]:
    """Return the fixtures that a function or class asks for, by parameter or `usefixtures`."""
    names: set[str] = set()
    if is_function(node):
        args = node.args
        names |= {arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)}
    for decorator in node.decorator_list:
        if mark_name(decorator) == "usefixtures" and isinstance(decorator, ast.Call):
            names |= {str(arg.value) for arg in decorator.args if isinstance(arg, ast.Constant)}
    return names


def marks(node: Marked) -> dict[str, ast.expr]:
    """Return the pytest marks of a function or class by name."""
    return {name: mark for mark in node.decorator_list if (name := mark_name(mark))}


def mark_name(decorator: ast.expr) -> str:
    """Return `points` for `@pytest.mark.points(1)`, "" for what is no mark."""
    module, _, name = dotted(decorator).rpartition(".")
    return name if module == "pytest.mark" else ""


def dotted(decorator: ast.expr) -> str:
    """Return `pytest.mark.points` for `pytest.mark.points(1)`, "" for what is no such name."""
    if isinstance(decorator, ast.Call):
        decorator = decorator.func
    match decorator:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attribute):
            return f"{dotted(value)}.{attribute}"
    return ""


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> CheckModule:
        try:
            tree = ast.parse(self._path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            raise self._error(error.lineno, f"not valid Python ({error.msg}).") from error
        self._one_statement_a_line(tree)
        self._makers = hidden_makers(tree)
        questions = tuple(self._questions(tree))
        name = self._path.stem.removeprefix("test_")
        return CheckModule(name, self._path, questions)

    def _error(self, where: ast.stmt | ast.expr | int | None, problem: str) -> AuthoringError:
        line = where if isinstance(where, int | None) else where.lineno
        return AuthoringError(self._path, line, problem)

    def _one_statement_a_line(self, tree: ast.Module) -> None:
        """Statements are left out of the released copy by whole lines."""
        for body in (
            tree.body,
            *(node.body for node in tree.body if isinstance(node, ast.ClassDef)),
        ):
            for above, below in pairwise(body):
                if above.end_lineno == below.lineno:
                    raise self._error(below, "two statements in one line. Give each its own.")

    def _questions(self, tree: ast.Module) -> Iterator[CheckQuestion]:
        seen: set[str] = set()
        class_names: set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id == "pytestmark":
                raise self._error(node, "`pytestmark` is not read. Mark each class or test.")
            if is_fixture(node):
                self._fixture(node)
        for node in tree.body:
            if is_test(node):
                raise self._error(
                    node,
                    f"`{node.name}` belongs to no question. Move it into the class marked "
                    '`@pytest.mark.question("…")`.',
                )
            if not isinstance(node, ast.ClassDef):
                continue
            if "question" not in marks(node):
                if any(is_test(member) for member in node.body):
                    raise self._error(
                        node,
                        f"`{node.name}` has tests but no question. Mark it "
                        '`@pytest.mark.question("name of the exercise")`.',
                    )
                continue
            question = self._question(node)
            if question.name in seen:
                raise self._error(
                    node, f'question "{question.name}" has a class already. Put its tests there.'
                )
            if node.name in class_names:
                raise self._error(
                    node, f"there is a class `{node.name}` already, which this one would replace."
                )
            seen.add(question.name)
            class_names.add(node.name)
            yield question

    def _fixture(self, node: FunctionNode) -> None:
        if fixture_option(node, "autouse") and self._makers & asked_for(node):
            raise self._error(
                node,
                f"`{node.name}` brings the reference into every test, which would hide them all. "
                "Leave out autouse, and let the hidden tests ask for it.",
            )

    def _question(self, node: ast.ClassDef) -> CheckQuestion:
        self._only_known_decorators(node)
        mark = marks(node)["question"]
        match mark:
            case ast.Call(args=[ast.Constant(value=str(name))], keywords=keywords):
                pass
            case _:
                raise self._error(
                    mark, 'write `@pytest.mark.question("name", lesson="04-prepare#scale")`.'
                )
        lesson = ""
        for keyword in keywords:
            match keyword:
                case ast.keyword(arg="lesson", value=ast.Constant(value=str(lesson))):
                    pass
                case _:
                    raise self._error(mark, 'a question takes its name and lesson="…" in quotes.')
        if not node.name.startswith("Test"):
            raise self._error(node, f"pytest does not collect `{node.name}`: call it Test….")
        tests = self._tests(node, name)
        return CheckQuestion(name, node.name, self._hints(node, name), lesson, tests, node.lineno)

    def _hints(self, node: ast.ClassDef, name: str) -> tuple[str, str, str]:
        mend = (
            "Write `hints = (concept, symptom, nearly the code)` in the class: three texts in "
            "plain quotes."
        )
        for member in node.body:
            match member:
                case (
                    ast.Assign(targets=[ast.Name(id="hints")], value=value)
                    | ast.AnnAssign(target=ast.Name(id="hints"), value=ast.expr() as value)
                ):
                    break
        else:
            raise self._error(node, f'question "{name}" has no hints. {mend}')
        try:
            hints = ast.literal_eval(value)
        except ValueError:
            raise self._error(member, f'hints of "{name}" are computed. {mend}') from None
        match hints:
            case (str(concept), str(symptom), str(code)) if all(hint.strip() for hint in hints):
                return concept, symptom, code
        raise self._error(member, f'hints of "{name}" are not three texts. {mend}')

    def _tests(self, node: ast.ClassDef, name: str) -> tuple[CheckTest, ...]:
        hidden_class = is_hidden(node, self._makers)
        tests = [
            self._test(member, hidden_class or is_hidden(member, self._makers))
            for member in node.body
            if is_test(member)
        ]
        names = [test.name for test in tests]
        for test in tests:
            if names.count(test.name) > 1:
                raise self._error(
                    test.line, f"`{test.name}` stands twice in `{node.name}`. Rename one."
                )
        if all(test.hidden for test in tests):
            raise self._error(
                node,
                f'question "{name}" has no visible test. Add one: a learner must get some answer '
                "before the grader does.",
            )
        return tuple(tests)

    def _test(self, node: FunctionNode, hidden: bool) -> CheckTest:
        self._only_known_decorators(node)
        if "parametrize" in marks(node):
            raise self._error(
                node,
                f"`{node.name}` is parametrized, so its points would count once a case. Loop "
                "over the cases inside the test.",
            )
        docstring = ast.get_docstring(node)
        if not docstring:
            raise self._error(
                node,
                f"`{node.name}` has no docstring. Its first line is the title that learners see.",
            )
        mark = marks(node).get("points")
        match mark:
            case None:
                raise self._error(
                    node, f"`{node.name}` has no points. Mark it `@pytest.mark.points(1)`."
                )
            case ast.Call(args=[ast.Constant(value=int(points))], keywords=[]) if (
                points >= 0 and not isinstance(points, bool)
            ):
                pass
            case _:
                raise self._error(
                    mark,
                    f"points of `{node.name}` are `{ast.unparse(mark)}`. Write a whole number, "
                    "as in `@pytest.mark.points(1)`; 0 for what is an extra.",
                )
        return CheckTest(node.name, docstring.splitlines()[0], points, hidden, node.lineno)

    def _only_known_decorators(self, node: Marked) -> None:
        """Refuse what could hide a test, or change its points, without our seeing it."""
        if len(marks(node)) < len([*filter(mark_name, node.decorator_list)]):
            raise self._error(node, f"`{node.name}` has the same mark twice. Remove one.")
        for decorator in node.decorator_list:
            if not mark_name(decorator):
                raise self._error(
                    decorator,
                    f"cannot tell what `@{ast.unparse(decorator)}` does to `{node.name}`. "
                    "Only marks stand above a test, in full: `@pytest.mark.…`.",
                )
