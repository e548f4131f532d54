"""Was written for another language and another kernel.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    notebook["metadata"] = {
        "kernelspec": {"name": "ir", "display_name": "R", "language": "R"},
        "language_info": {"name": "R", "codemirror_mode": ["r"], "version": 5},
    }
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
