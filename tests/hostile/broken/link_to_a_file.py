"""Is a link to a file of the grader's.

earns: 0
told: a link
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").symlink_to("/etc/passwd")
