"""Is a link to the notebook of a neighbour, whose answers are right.

earns: 0
told: a link
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").symlink_to("../../neighbour-00/01_tiny/01_tiny.ipynb")
