"""Is JSON that is nested a hundred thousand levels deep.

earns: 0
told: it is not valid JSON
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(b"[" * 100_000 + b"]" * 100_000)
