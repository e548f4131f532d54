"""A learner at work: the released notebook in a real JupyterLab, driven by a real browser."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from autograder import repository

pytestmark = pytest.mark.browser

SCREENSHOTS = repository.BUILD / "screenshots"
# Divided twice: a mistake that everyone makes once.
WRONG = 'def normalize(images):\n    return images.astype("float32") / 255 / 255'
RIGHT = 'def normalize(images):\n    return images.astype("float32") / 255'


@pytest.fixture(scope="module")
def page(
    serve: Callable[[Path], str], new_page: Page, tmp_path_factory: pytest.TempPathFactory
) -> Page:
    """Return a page with the released notebook of 04 in a JupyterLab."""
    folder = tmp_path_factory.mktemp("learner") / "exercises"
    shutil.copytree(repository.EXERCISES, folder)
    new_page.goto(f"{serve(folder)}lab/tree/04_prepare/04_prepare.ipynb?reset")
    expect(new_page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
    # A cell that is run before there is a kernel makes the lab ask for one.
    kernel = new_page.locator(".jp-Toolbar-kernelName")
    expect(kernel).to_contain_text("Python 3", timeout=60_000)
    new_page.get_by_role("button", name="No", exact=True).click()  # no news from the lab
    return new_page


def _put_into_exercise(page: Page, code: str) -> None:
    """Replace the cell of the exercise, as a learner who types would."""
    cell = page.locator(".jp-CodeCell", has_text="def normalize").first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(code)
    page.keyboard.press("Shift+Enter")


def _run_check(page: Page) -> str:
    """Run the check below and return what it says."""
    check = page.locator(".jp-CodeCell", has_text=re.compile(r'check\("normalize"\)')).first
    check.scroll_into_view_if_needed()
    # The cell is locked: selected by its prompt, not by typing into it.
    check.locator(".jp-InputPrompt").click()
    page.keyboard.press("Shift+Enter")
    output = check.locator(".jp-OutputArea-output").last
    expect(output).to_contain_text("visible checks pass", timeout=60_000)
    return output.inner_text()


def _run_setup(page: Page) -> None:
    setup = page.locator(".jp-CodeCell", has_text="load_mnist()").first
    setup.locator(".jp-InputPrompt").click()
    page.keyboard.press("Shift+Enter")
    expect(setup.locator(".jp-OutputArea-output").last).to_contain_text("Test:", timeout=60_000)


def test_a_failing_check_names_the_mistake_and_offers_hints(page: Page) -> None:
    _run_setup(page)
    _put_into_exercise(page, WRONG)
    said = _run_check(page)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.wait_for_timeout(500)
    page.screenshot(path=SCREENSHOTS / "failing-check.png")
    assert "255 twice" in said
    assert re.search(r"\d of \d visible checks pass; more are run when it is graded", said)
    assert "Hint 1 of 3" in said


def test_a_passing_check_never_says_that_all_is_done(page: Page) -> None:
    _put_into_exercise(page, RIGHT)
    check = page.locator(".jp-CodeCell", has_text=re.compile(r'check\("normalize"\)')).first
    page.wait_for_timeout(500)
    said = _run_check(page)
    expect(check.locator(".jp-OutputArea-output").last).not_to_contain_text("✗")
    page.screenshot(path=SCREENSHOTS / "passing-check.png")
    said = check.locator(".jp-OutputArea-output").last.inner_text()
    assert re.search(r"(\d) of \1 visible checks pass; more are run when it is graded", said)
    assert "Hint" not in said
