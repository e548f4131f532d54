"""Has a name in other letters than Latin ones.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = "\u041c\u0430\u0440\u0438\u044f \u6570\u5b57 \xf1and\xfa \U0001f993"


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
