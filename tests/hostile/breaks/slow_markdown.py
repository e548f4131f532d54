"""Hands in Markdown that takes very long to be turned into a page.

earns: 6
told: middle: 2 of 2 points
"""

import json

SLOW = ("[" * 30_000, "*a_ " * 30_000, "<!--" * 30_000, "`" * 20_000 + "a", "> " * 5_000 + "a")


def hand_in(folder, notebook):
    for text in SLOW:
        cell = {"cell_type": "markdown", "metadata": {}, "source": text}
        notebook["cells"].insert(3, cell)
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
