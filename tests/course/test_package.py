"""The learner's package is light, holds no secret, and stands without the autograder."""

import ast
import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

import pytest

from course import _autograder_command

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "course").rglob("*.py"))
HEAVY = "tensorflow keras numpy matplotlib sklearn pandas pytest IPython mlxtend".split()


def python(code: str, **variables: str) -> str:
    """Run code in a fresh interpreter; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ | variables,
    )
    return done.stdout.strip()


def test_importing_the_course_imports_nothing_heavy() -> None:
    code = f"import sys, course; print([n for n in {HEAVY} if n in sys.modules])"
    assert python(code) == "[]"


def test_loading_digits_and_checking_import_no_tensorflow() -> None:
    code = (
        "import sys; from course import check, hint, load_mnist; import course.probes; "
        "print([n for n in ('tensorflow', 'keras', 'pandas') if n in sys.modules])"
    )
    assert python(code) == "[]"


def test_the_pytest_plugin_imports_no_tensorflow() -> None:
    # It is loaded by each pytest of an environment in which the course is installed.
    code = (
        "import sys, course.pytest_plugin; "
        "print([n for n in ('tensorflow', 'keras', 'pandas', 'IPython') if n in sys.modules])"
    )
    assert python(code) == "[]"


def test_public_names_are_there() -> None:
    import course

    for name in course.__all__:
        assert callable(getattr(course, name))
    with pytest.raises(AttributeError, match="no attribute 'checks'"):
        _ = course.checks


def imported(path: Path) -> set[str]:
    """Return the packages that a module imports anywhere, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_course_never_imports_the_autograder(path: Path) -> None:
    assert "autograder" not in imported(path)
    if path.name != "_autograder_command.py":  # which looks for it by name, and does without it
        text = path.read_text(encoding="utf-8")
        assert "import_module('autograder" not in text.replace('"', "'")


def test_the_command_says_where_to_get_the_autograder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_autograder_command, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="Clone the repository"):
        _autograder_command.main()


def test_the_command_runs_the_autograder_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class CommandLine:
        @staticmethod
        def main() -> None:
            called.append(name)

    called: list[str] = []
    name = "autograder.cli"
    monkeypatch.setattr(
        _autograder_command, "import_module", lambda wanted: {name: CommandLine}[wanted]
    )
    _autograder_command.main()
    assert called == [name]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: Any) -> zipfile.ZipFile:
    """Build the wheel that learners install, from what git has, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_has_the_course_and_the_notebooks(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for path in (ROOT / "course").rglob("*"):
        if path.suffix in (".py", ".mplstyle"):
            assert str(path.relative_to(ROOT)) in names
    for path in (ROOT / "exercises").glob("*/*"):
        if path.suffix in (".py", ".ipynb"):
            assert f"course/{path.relative_to(ROOT)}" in names


def test_the_wheel_has_nothing_that_is_not_for_learners(wheel: zipfile.ZipFile) -> None:
    packages = {name.split("/")[0] for name in wheel.namelist()}
    assert {name for name in packages if not name.endswith(".dist-info")} == {"course"}


def test_the_wheel_holds_no_solution_and_no_hidden_check(wheel: zipfile.ZipFile) -> None:
    for name in wheel.namelist():
        if not name.startswith("course/exercises/"):
            continue
        text = wheel.read(name).decode("utf-8")
        for secret in ("BEGIN SOLUTION", "BEGIN MARK SCHEME", "reference", "mark.hidden"):
            if secret == "reference" and name.endswith(".ipynb"):
                continue  # a word that lessons use
            assert secret not in text, f"{name} has {secret!r}"


def test_the_wheel_needs_neither_tensorflow_nor_nbgrader(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    needs = Parser().parsestr(wheel.read(name).decode()).get_all("Requires-Dist")
    plain = [need for need in needs if "extra ==" not in need]
    assert plain
    assert not [need for need in plain if "tensorflow" in need or "nbgrader" in need]


def test_the_wheel_works_by_itself(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = (
        "import course, sys; from course.checking import find_checks; "
        "print(course.__file__, find_checks('no such exercise'))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert said.split() == [str(tmp_path / "course" / "__init__.py"), "None"]
