"""Is the notebook of another assignment.

earns: 0
told: It may be the notebook of another assignment
"""

import json


def hand_in(folder, notebook):
    notebook["cells"] = [
        {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "triple"}}, "source": "1"}
    ]
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
