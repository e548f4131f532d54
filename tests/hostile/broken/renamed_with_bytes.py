"""Was renamed to something that is no text at all.

earns: 6
told: The notebook was handed in as \\xff\\xfe.ipynb
"""

import json
import os


def hand_in(folder, notebook):
    path = os.path.join(os.fsencode(folder), b"\xff\xfe.ipynb")
    with open(path, "w") as file:
        json.dump(notebook, file)
