"""Moves the check of a right function up, and breaks all that comes after.

earns: 4
told: `middle` is not defined
"""

import json


def hand_in(folder, notebook):
    cells = notebook["cells"]
    named(notebook, "middle")["source"] = "import os\nos._exit(0)"
    cells.insert(0, cells.pop(cells.index(named(notebook, "check-middle"))))
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
