"""Gives the check of what it cannot do the id of the check of what it can.

earns: 4
told: The check cell `check("middle")` is missing
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    named(notebook, "check-double")["metadata"]["nbgrader"]["grade_id"] = "check-nobody"
    named(notebook, "check-middle")["metadata"]["nbgrader"]["grade_id"] = "check-double"
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
