"""Has a name that is no text at all.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = "\udcff\udcfe-bytes"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
