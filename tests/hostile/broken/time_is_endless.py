"""Has a link to an endless file where the time of handing in is looked for.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").symlink_to("/dev/zero")
