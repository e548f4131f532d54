"""Is a file that may not be read, beside one that may.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
    (folder / "01_tiny.ipynb").chmod(0o200)
