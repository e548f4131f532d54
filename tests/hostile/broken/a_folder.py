"""Is a folder with the name of a notebook.

earns: 0
told: There is no notebook in the folder that was handed in
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").mkdir()
