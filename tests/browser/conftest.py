"""A JupyterLab and a browser for the tests in this folder."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder with JupyterLab on the loopback address."""
    with ExitStack() as servers:
        yield lambda root: servers.enter_context(_lab(root, tmp_path_factory.mktemp("lab")))


@pytest.fixture(scope="module")
def new_page() -> Iterator[Page]:
    """Return a page of a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(60_000)
        yield page
        browser.close()


@contextmanager
def _lab(root: Path, folder: Path) -> Iterator[str]:
    environment = os.environ | {
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "IPYTHONDIR": str(folder / "ipython"),
        # Kernels of the lab are those of this environment.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0"]
    command += ["--IdentityProvider.token=", "--ServerApp.password=", "--allow-root"]
    # A server that a killed test run leaves behind ends by itself.
    command += ["--ServerApp.shutdown_no_activity_timeout=600"]
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        try:
            yield _wait_for_address(folder, server)
        finally:
            server.terminate()
            server.wait(30)


def _wait_for_address(folder: Path, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(3_000):  # where much else runs, the server takes minutes to start
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
