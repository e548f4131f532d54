"""The website, built once for all its tests."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

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
        return BeautifulSoup((self.folder / page / "index.html").read_text("utf-8"), "html.parser")


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
        timeout=120,
    )
    return BuiltSite(folder, build.returncode, build.stdout + build.stderr)
