"""Has lost all metadata, as some editors do.

earns: 0
told: None of this assignment's cells are in this notebook.
"""

import json


def hand_in(folder, notebook):
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
