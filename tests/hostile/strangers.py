"""Reads the hostile and the broken submissions of this folder, and hands them in.

Each is a Python file whose docstring begins with what it tries, and says what it may earn and what
its owner has to be told::

    \"\"\"Reads the solutions where they lie.

    earns: 4
    told: FileNotFoundError
    \"\"\"

Below, it either has cells, which replace or extend those of the solved notebook of `01_tiny`
(``# %% middle`` is what stands in the cell `middle`, ``# %% before middle`` is one more cell), or
it defines ``hand_in(folder, notebook)``, which writes whatever it likes into the folder of its
owner; `notebook` is the solved one, as a dict. ``STUDENT`` names an owner with an odd name.

Texts such as ``@SUBMITTED@`` are replaced by where things really lie: see `places`.
"""

import ast
import copy
import json
import re
import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

HERE = Path(__file__).resolve().parent
GROUPS = ("takes", "forges", "breaks", "broken")
_CELL = re.compile(r"^# %% *(.*)$", re.MULTILINE)
_MARK_SCHEME = re.compile(r"(?s)### BEGIN MARK SCHEME.*?### END MARK SCHEME")


@dataclass(frozen=True)
class Stranger:
    """A submission of someone who means no good, or had no luck.

    Attributes:
        name: such as ``"takes/solutions"``.
        tries: what it tries, in a sentence.
        earns: the points that it truly earned.
        told: what its owner's feedback has to say; one of several, where ``|`` stands between.
    """

    path: Path
    name: str
    tries: str
    earns: int
    told: str

    @property
    def student(self) -> str:
        """Return the name of its owner."""
        found = re.search(r"^STUDENT = (.+)$", self.path.read_text(encoding="utf-8"), re.MULTILINE)
        return str(ast.literal_eval(found[1])) if found else self.name.replace("/", "-")

    @property
    def waits(self) -> bool:
        """Tell whether it uses up a time that it is given."""
        text = self.path.read_text(encoding="utf-8")
        return any(f"@{time}@" in text for time in ("CELL", "ANSWER", "NOTEBOOK")) or (
            "did not stop" in self.told
        )

    def hand_in(self, submitted: Path, solved: NotebookNode, places: Mapping[str, object]) -> None:
        """Write what it hands in, in nbgrader's layout."""
        folder = submitted / self.student / "01_tiny"
        folder.mkdir(parents=True)
        source = filled_in(self.path.read_text(encoding="utf-8"), places)
        notebook = _as_released(solved)
        if _CELL.search(source):
            write(folder, _with_cells(notebook, source))
        else:
            runpy.run_path(str(self.path))["hand_in"](folder, json.loads(json.dumps(notebook)))


def strangers(folder: Path = HERE) -> list[Stranger]:
    """Return all submissions of a folder, each group in the order of its names."""
    paths = [path for group in GROUPS for path in sorted((folder / group).glob("*.py"))]
    return [_read(path) for path in paths]


def _as_released(solved: NotebookNode) -> NotebookNode:
    """Return a solved notebook without mark schemes, which learners never get."""
    notebook = copy.deepcopy(solved)
    for cell in notebook.cells:
        cell.source = _MARK_SCHEME.sub("", cell.source)
    return notebook


def write(folder: Path, notebook: Any, name: str = "01_tiny.ipynb") -> None:
    """Write a notebook, without a look at whether it is a sound one."""
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def _read(path: Path) -> Stranger:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    fields = dict(re.findall(r"^(earns|told): (.+)$", said, re.MULTILINE))
    if set(fields) != {"earns", "told"}:
        raise ValueError(f"{path}: its docstring has to say `earns:` and `told:`.")
    name = f"{path.parent.name}/{path.stem}"
    return Stranger(path, name, said.splitlines()[0], int(fields["earns"]), fields["told"])


def filled_in(source: str, places: Mapping[str, object]) -> str:
    """Return a text with ``@NAME@`` replaced by what stands for it in `places`."""
    for name, value in places.items():
        source = source.replace(f"@{name}@", str(value))
    return source


def _with_cells(notebook: NotebookNode, source: str) -> NotebookNode:
    # What stands above the first cell, the docstring, is for readers of the file.
    _, *parts = _CELL.split(source)
    for header, text in zip(parts[::2], parts[1::2], strict=True):
        *where, name = header.split()
        index = next(i for i, cell in enumerate(notebook.cells) if _name(cell) == name)
        if not where:
            notebook.cells[index].source = text.strip()
        else:
            new = new_markdown_cell if "markdown" in where else new_code_cell
            notebook.cells.insert(index + ("after" in where), new(text.strip()))
    return notebook


def _name(cell: Mapping[str, Any]) -> str | None:
    name: str | None = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name
