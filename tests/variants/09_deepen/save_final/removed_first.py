"""Removes an older file first, then saves with the function of keras.saving; gives the path."""

from pathlib import Path


def save_final(model, path):
    path = Path(path)
    path.unlink(missing_ok=True)
    keras.saving.save_model(model, path, overwrite=False)
    return path
