"""Is a notebook that was cut off while it was saved.

earns: 0
told: It may have been cut off
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(json.dumps(notebook).encode()[:-40])
