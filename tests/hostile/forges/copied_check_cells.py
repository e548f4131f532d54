"""Has each check done many times, to be paid many times.

earns: 4
told: There is more than one cell `check-double`; the first one counts.
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    for name in ("check-double",) * 40 + ("check-middle",) * 40:
        notebook["cells"].append(named(notebook, name))
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
