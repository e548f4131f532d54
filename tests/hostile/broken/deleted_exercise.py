"""Has lost an exercise.

earns: 2
told: `double` is not defined
"""

import json


def hand_in(folder, notebook):
    notebook["cells"].remove(named(notebook, "double"))
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
