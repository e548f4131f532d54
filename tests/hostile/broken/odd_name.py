"""Is called like a command to a database.

earns: 6
told: middle: 2 of 2 points
"""

import json

STUDENT = 'O\'Brien "Bobby"; drop table student; --'


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook))
