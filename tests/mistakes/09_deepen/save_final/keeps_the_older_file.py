"""Saves only where no file is yet.

loses: 1
told: it lies there still
"""

from pathlib import Path


def save_final(model, path):
    if not Path(path).exists():
        model.save(path)
