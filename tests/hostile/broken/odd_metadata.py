"""Has metadata of every kind but the right one.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    odd = [None, 5, "x", [1], {"nbgrader": 5}, {"nbgrader": {"grade_id": ["x"]}}, {"tags": 3}]
    for metadata in odd:
        notebook["cells"].append({"cell_type": "code", "source": "mine = 1", "metadata": metadata})
    notebook["metadata"] = {"kernelspec": 5, "widgets": [], "autograder": "x", "nbgrader": None}
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
