"""A learner at work: the released notebook in a real JupyterLab, driven by a real browser."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from autograder import repository

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
SCREENSHOTS = repository.BUILD / "screenshots"
# Divided twice: a mistake that everyone makes once.
WRONG = 'def normalize(images):\n    return images.astype("float32") / 255 / 255'
RIGHT = 'def normalize(images):\n    return images.astype("float32") / 255'


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the exercises on the loopback address; return the address of the lab."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(repository.EXERCISES, folder / "exercises")
    environment = os.environ | {
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "IPYTHONDIR": str(folder / "ipython"),
        # Kernels of the lab are those of this environment.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0"]
    command += ["--IdentityProvider.token=", "--ServerApp.password=", "--allow-root"]
    command += [f"--ServerApp.root_dir={folder / 'exercises'}"]
    # A server that a killed test run leaves behind ends by itself.
    command += ["--ServerApp.shutdown_no_activity_timeout=600"]
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            yield _wait_for_address(folder, server)
        finally:
            server.terminate()
            server.wait(30)


def _wait_for_address(folder: Path, server: "subprocess.Popen[bytes]") -> str:
    import time

    for _ in range(600):
        for path in (folder / "runtime").glob("jpserver-*.json"):
            try:
                url = json.loads(path.read_text())["url"]
                urllib.request.urlopen(url + "api", timeout=5).close()
            except (OSError, ValueError):
                continue
            return str(url)
        assert server.poll() is None, (folder / "lab.log").read_text()[-3000:]
        time.sleep(0.1)
    pytest.fail("JupyterLab did not start: " + (folder / "lab.log").read_text()[-3000:])


@pytest.fixture(scope="module")
def page(lab: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(60_000)
        page.goto(f"{lab}lab/tree/04_prepare/04_prepare.ipynb?reset")
        expect(page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
        # A cell that is run before there is a kernel makes the lab ask for one.
        kernel = page.locator(".jp-Toolbar-kernelName")
        expect(kernel).to_contain_text("Python 3", timeout=60_000)
        page.get_by_role("button", name="No", exact=True).click()  # no news from the lab
        yield page
        browser.close()


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
