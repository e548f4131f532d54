"""Hands in thousands of cells.

earns: 0
told: The notebook has more than 2000 cells
"""

import json


def hand_in(folder, notebook):
    notebook["cells"] += [{"cell_type": "code", "metadata": {}, "source": "1"}] * 50_000
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
