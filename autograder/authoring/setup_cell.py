"""The first code cell of every notebook: it makes the course available on Google Colab.

The author does not write it. It is the same everywhere, and names the repository that the website
names, ``repo_url`` in ``mkdocs.yml``.
"""

import re
from dataclasses import replace
from pathlib import Path

from autograder.authoring.percent_script import Kind, Script, ScriptCell

SETUP = "locked-setup"
_REPO_URL = re.compile(r"^repo_url: *[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)
# The course's wheel does not require TensorFlow, so Colab's own build stays as it is.
_SOURCE = """\
# On Google Colab this installs the course. Anywhere else there is nothing to do.
import importlib.util
import subprocess
import sys

REPOSITORY = "{repo_url}"
if "google.colab" in sys.modules and importlib.util.find_spec("course") is None:
    if REPOSITORY:
        install = [sys.executable, "-m", "pip", "install", "--quiet", f"git+{{REPOSITORY}}"]
        subprocess.run(install, check=True)
    else:
        print(
            "The course is not installed, and this notebook does not know where it is published. "
            "Ask whoever gave it to you for the address of the repository, then run "
            "`%pip install git+ADDRESS` in a cell of its own, above this one."
        )"""


def configured_repo_url(script: Path) -> str:
    """Return ``repo_url`` of the ``mkdocs.yml`` in the repository of a script; "" if unset."""
    settings = script.resolve().parent.parent / "mkdocs.yml"
    if not settings.is_file():
        return ""
    # Not parsed as YAML: MkDocs allows tags in it that name Python functions.
    found = _REPO_URL.search(settings.read_text(encoding="utf-8"))
    return found[1].removesuffix("/") if found else ""


def with_setup_cell(script: Script, repo_url: str) -> Script:
    """Return a script with the set-up cell before its first code cell."""
    first = next((i for i, cell in enumerate(script.cells) if cell.cell_type == "code"), None)
    if first is None:
        return script
    line = script.cells[first].line
    source = _SOURCE.format(repo_url=repo_url)
    setup = ScriptCell(Kind.LOCKED, "code", SETUP, None, source, line, line)
    return replace(script, cells=(*script.cells[:first], setup, *script.cells[first:]))
