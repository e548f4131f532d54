"""Is a learner who is a link to another learner.

earns: 0
told: a link
"""


def hand_in(folder, notebook):
    folder.rmdir()
    folder.parent.rmdir()
    folder.parent.symlink_to("neighbour-00")
