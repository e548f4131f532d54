"""Has a name that is a pattern for names of files, or an option.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = "[a-z]*?{x}"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
