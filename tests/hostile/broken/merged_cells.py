"""Has two cells merged into one, as a key in Jupyter does.

earns: 4
told: The check cell `check("middle")` is missing from the notebook
"""

import json


def hand_in(folder, notebook):
    check = named(notebook, "check-middle")
    named(notebook, "middle")["source"] += "\n\n" + check["source"]
    notebook["cells"].remove(check)
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
