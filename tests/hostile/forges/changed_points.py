"""Says that its check is worth a thousand points, and that another is worth less than none.

earns: 4
told: is 7, it should be 3
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    named(notebook, "check-middle")["metadata"]["nbgrader"].update(points=1_000, schema_version=99)
    named(notebook, "check-double")["metadata"]["nbgrader"].update(points=-1_000, grade=False)
    named(notebook, "why-twice")["metadata"]["nbgrader"].update(points=1e308, task=True)
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
