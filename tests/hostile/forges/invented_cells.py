"""Invents graded cells with points of their own.

earns: 4
told: is 7, it should be 3
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    for number in range(9):
        cell = json.loads(json.dumps(named(notebook, "check-double")))
        cell["metadata"]["nbgrader"].update(grade_id=f"check-extra-{number}", points=100)
        notebook["cells"].append(cell)
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
