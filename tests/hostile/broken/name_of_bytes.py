"""Has a name that is no text at all.

earns: 6
told: middle
"""

import json

STUDENT = "\udcff\udcfe-bytes"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
