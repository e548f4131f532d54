"""Has one cell split into two, as a key in Jupyter does.

earns: 4
told: `middle` is not defined, because its cell ended with
"""

import json


def hand_in(folder, notebook):
    cells, whole = notebook["cells"], named(notebook, "middle")
    half = {"cell_type": "code", "metadata": {}, "source": "    return float(np.mean(numbers))"}
    cells.insert(cells.index(whole) + 1, half)
    whole["source"] = "def middle(numbers):"
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
