"""Brings thousands of other files, with names that are commands.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))

    for number in range(2_000):
        (folder / f"; touch hostile-was-here-{number} `$(touch hostile-was-here)`").touch()
    (folder / "sitecustomize.py").write_text("raise SystemExit")
    (folder / "conftest.py").write_text("raise SystemExit")
    (folder / "numpy.py").write_text("raise SystemExit")
