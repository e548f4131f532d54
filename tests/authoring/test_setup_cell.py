"""The cell that makes the course available on Google Colab, and does nothing elsewhere."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from autograder.authoring.section import read_section
from autograder.authoring.setup_cell import SETUP

Run = Callable[..., list[list[str]]]


def setup_cell(workplace: Any) -> Any:
    section = read_section(workplace.script, workplace.checks_dir)
    codes = [cell for cell in section.source_notebook().cells if cell.cell_type == "code"]
    assert codes[0].id == SETUP
    return codes[0]


@pytest.fixture
def run(workplace: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the cell in a world with or without Colab and the course; return what it started."""

    def run_cell(*, colab: bool, installed: bool) -> list[list[str]]:
        started: list[list[str]] = []
        if colab:
            monkeypatch.setitem(sys.modules, "google.colab", ModuleType("google.colab"))
        if not installed:
            monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        monkeypatch.setattr(subprocess, "run", lambda command, **_: started.append(command))
        exec(setup_cell(workplace).source, {})
        return started

    return run_cell


@pytest.fixture
def published(workplace: Any) -> str:
    settings = workplace.script.parent.parent / "mkdocs.yml"
    settings.write_text("site_name: x\nrepo_url: https://example.org/course/  # ours\n")
    return "https://example.org/course"


def test_on_colab_the_course_is_installed_from_the_configured_repository(
    run: Run, published: str
) -> None:
    (command,) = run(colab=True, installed=False)
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert command[-1] == f"git+{published}"


def test_where_no_repository_is_configured_colab_is_told_what_to_do(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(colab=True, installed=False) == []
    assert "%pip install git+ADDRESS" in capsys.readouterr().out


@pytest.mark.parametrize(("colab", "installed"), [(True, True), (False, False), (False, True)])
def test_nothing_is_done_elsewhere_or_again(
    run: Run, published: str, colab: bool, installed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(colab=colab, installed=installed) == []
    assert not capsys.readouterr().out


def test_a_commented_address_is_no_address(workplace: Any) -> None:
    (workplace.script.parent.parent / "mkdocs.yml").write_text("# repo_url: https://example.org\n")
    assert 'REPOSITORY = ""' in setup_cell(workplace).source


def test_the_cell_is_locked_and_folded(workplace: Any) -> None:
    metadata = setup_cell(workplace).metadata
    assert metadata.nbgrader.locked
    assert metadata.jupyter.source_hidden


def test_the_learners_package_does_not_require_tensorflow() -> None:
    """So installing it leaves the build of TensorFlow that Colab has."""
    from importlib.metadata import requires

    required = [line for line in requires("mnist-keras-course") or [] if "extra ==" not in line]
    assert required
    assert not [line for line in required if line.startswith(("tensorflow", "keras", "jupyter"))]
