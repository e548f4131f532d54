"""Has a copy of each cell, with a wrong answer in the second one.

earns: 6
told: There is more than one cell `double`; the first one counts.
"""

import json


def hand_in(folder, notebook):
    copies = json.loads(json.dumps(notebook["cells"]))
    for cell in copies:
        cell["source"] = cell["source"].replace("return", "return 0 *")
    notebook["cells"] += copies
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
