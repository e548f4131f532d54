"""Is a file of zeros, as a full disk leaves them.

earns: 0
told: it is not valid JSON
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(bytes(4096))
