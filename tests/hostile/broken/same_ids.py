"""Has the same id for all cells.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    for cell in notebook["cells"]:
        cell["id"] = "same"
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
