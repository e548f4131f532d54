"""Is an empty file.

earns: 0
told: The file is empty. Save the notebook and hand it in again.
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(b"")
