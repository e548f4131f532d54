"""Says that it is in nbformat 2, and is in none.

earns: 0
told: The notebook is in the old format 2 and cannot be read.
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(b'{"nbformat": 2, "worksheets": [7, {"cells": {}}]}')
