"""Hands in megabytes of text in one cell of code, for whoever colours it.

earns: 0
told: more than
"""

import json


def hand_in(folder, notebook):
    for cell in notebook["cells"]:
        if cell["source"].startswith("def middle"):
            cell["source"] = "x = [" + "[0]+" * 3_000_000 + "[0]]"
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
