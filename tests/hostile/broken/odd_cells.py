"""Has cells that are none.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    notebook["cells"] += [None, 5, "x", [], {}, {"cell_type": ["code"]}, {"cell_type": "code"}]
    notebook["cells"] += [{"cell_type": "code", "source": {"a": 1}, "outputs": 7, "id": []}]
    notebook["cells"] += [
        {"cell_type": "code", "source": ["a = 1", 5, None], "execution_count": "x"}
    ]
    notebook["cells"] += [{"cell_type": "markdown", "source": "\ud800 \u0000 \u202e"}]
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
