"""Is a pipe, which whoever reads it waits at for ever.

earns: 0
told: There is no notebook in the folder that was handed in
"""

import os


def hand_in(folder, notebook):
    os.mkfifo(folder / "01_tiny.ipynb")
