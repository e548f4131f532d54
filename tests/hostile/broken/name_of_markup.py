"""Is called like a piece of a page.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = "<b>&amp;%s{0}$HOME"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
