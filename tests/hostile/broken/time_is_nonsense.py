"""Was handed in before time began.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +2359 Ω (((")
