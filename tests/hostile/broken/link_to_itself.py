"""Is a link to itself.

earns: 0
told: a link
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").symlink_to("01_tiny.ipynb")
