"""Has a name of two lines.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = "two\nlines"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
