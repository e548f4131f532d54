"""Is a folder that is a link to the folder of a neighbour.

earns: 0
told: a link
"""


def hand_in(folder, notebook):
    folder.rmdir()
    folder.symlink_to("../neighbour-00/01_tiny")
