"""Is two notebooks, none of which has the right name.

earns: 0
told: There are 2 notebooks in the folder that was handed in
"""

import json


def hand_in(folder, notebook):
    for name in ("first.ipynb", "second.ipynb"):
        (folder / name).write_text(json.dumps(notebook))
