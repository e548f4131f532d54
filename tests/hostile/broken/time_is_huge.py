"""Has a hundred megabytes where the time of handing in is looked for.

earns: 6
told: middle: 2 of 2 points
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").write_bytes(b"2026-01-01 " * 10**7)
