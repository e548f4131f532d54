"""Is an empty folder.

earns: 0
told: There is no notebook in the folder that was handed in
"""


def hand_in(folder, notebook):
    (folder / "readme.txt").write_text("I did it all")
