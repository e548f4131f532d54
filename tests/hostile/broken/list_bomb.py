"""Is 20 MB of empty lists, each of which takes twenty times its size in memory.

earns: 0
told: The notebook has
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(
        b'{"nbformat": 4, "cells": [' + b"[]," * 6_000_000 + b"[]]}"
    )
