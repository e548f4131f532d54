"""Is text in another encoding.

earns: 0
told: it is not UTF-8 text
"""

import json


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(
        json.dumps(notebook).replace("Tiny", "Größe").encode("latin-1")
    )
