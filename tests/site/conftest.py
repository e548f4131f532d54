"""The website, built once for all its tests, and one browser to visit it with."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]

# An import of TensorFlow or Keras and any connection fail, so a build that passes needs neither.
BUILD = """
import socket, sys
sys.modules["tensorflow"] = sys.modules["keras"] = None
def refuse(*args):
    raise OSError("the build of the site has no network")
socket.socket.connect = socket.getaddrinfo = refuse
from mkdocs.__main__ import cli
cli(["build", "--strict", "--site-dir", sys.argv[1]])
"""


@dataclass(frozen=True)
class BuiltSite:
    """What a build left behind.

    Attributes:
        folder: the built pages.
        returncode: 0 if the build passed.
        log: all that it said.
    """

    folder: Path
    returncode: int
    log: str

    def pages(self) -> list[Path]:
        """Return the pages that readers see."""
        return sorted(page for page in self.folder.rglob("*.html") if page.name != "404.html")

    def read(self, page: str) -> BeautifulSoup:
        """Return a built page such as ``lessons/04-prepare``, parsed."""
        return BeautifulSoup((self.folder / f"{page}.html").read_text("utf-8"), "html.parser")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the built site without a line for each request."""

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as `make site` builds it, in a temporary folder."""
    folder = tmp_path_factory.mktemp("site") / "built"
    build = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        cwd=REPOSITORY,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=400,
    )
    return BuiltSite(folder, build.returncode, build.stdout + build.stderr)


@pytest.fixture(scope="session")
def address(built_site: BuiltSite) -> Iterator[str]:
    """Where the built site is served for these tests, with a slash at its end."""
    handler = functools.partial(QuietHandler, directory=built_site.folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, started once for each file of tests."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("Chromium is not installed; .ci/run installs it")
    with sync_playwright() as playwright:
        # Inside a container Chromium cannot set up its own sandbox; it sees our pages only.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
