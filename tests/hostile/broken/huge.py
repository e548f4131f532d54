"""Is a notebook of 100 MB.

earns: 0
told: The file has more than 25 MiB, which is not read.
"""

import json


def hand_in(folder, notebook):
    text = json.dumps(notebook).encode()
    with (folder / "01_tiny.ipynb").open("wb") as file:
        file.write(text[:-1])
        for _ in range(100):
            file.write(b" " * 10**6)
        file.write(text[-1:])
