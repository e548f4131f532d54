"""Is a Python file that was given the name of a notebook.

earns: 0
told: it is not valid JSON
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(b"def middle(numbers): ...")
