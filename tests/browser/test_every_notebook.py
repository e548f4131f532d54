"""Every released notebook opens in JupyterLab, and its first exercise can be solved there."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from autograder import repository
from autograder.authoring.percent_script import Kind, parse_script
from autograder.authoring.regions import is_handed_out_solved

pytestmark = pytest.mark.proof

_MARKER = re.compile(r"^ *### (BEGIN|END) SOLUTION\n", re.MULTILINE)
# Keras is imported first, and ten notebooks share two cores with their browser.
_PATIENCE = 120_000


@pytest.fixture(scope="module")
def address(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Serve a copy of what learners get; return the lab's address."""
    folder = tmp_path_factory.mktemp("learner") / "exercises"
    shutil.copytree(repository.EXERCISES, folder)
    return serve(folder)


def first_exercise(assignment: str) -> tuple[str, str]:
    """Return name and solution of the first exercise that is not handed out solved."""
    script = parse_script(repository.script_path(assignment))
    cell = next(c for c in script.of_kind(Kind.EXERCISE) if not is_handed_out_solved(c.source))
    return cell.name, _MARKER.sub("", cell.source + "\n").strip()


@pytest.mark.parametrize("assignment", repository.assignment_names())
def test_the_first_exercise_is_solved_in_the_lab(
    address: str, new_page: Page, assignment: str
) -> None:
    page = new_page
    name, solution = first_exercise(assignment)
    page.goto(f"{address}lab/tree/{assignment}/{assignment}.ipynb?reset")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=_PATIENCE)
    expect(page.locator(".jp-Toolbar-kernelName")).to_contain_text("Python 3", timeout=_PATIENCE)
    no_news = page.get_by_role("button", name="No", exact=True)
    if no_news.is_visible():
        no_news.click()

    exercise = page.locator(".jp-CodeCell", has_text=f"def {name}(").first
    exercise.scroll_into_view_if_needed()
    exercise.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(solution)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    check = page.locator(".jp-CodeCell", has_text=re.compile(rf'check\("{name}"\)')).first
    said = check.locator(".jp-OutputArea-output").last
    expect(said).to_contain_text("visible check", timeout=_PATIENCE)
    check.scroll_into_view_if_needed()
    expect(said).not_to_contain_text("✗")
    assert re.search(r"(\d+) of \1 visible checks? pass", said.inner_text())
