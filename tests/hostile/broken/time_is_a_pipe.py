"""Has a pipe where the time of handing in is looked for.

earns: 6
told: middle: 2 of 2 points
"""

import json
import os


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
    os.mkfifo(folder / "timestamp.txt")
