"""Writes beside the path and renames, so that no half file is ever there."""

from pathlib import Path


def save_final(model, path):
    partial = Path(path).with_name("partial.keras")
    model.save(partial)
    partial.replace(path)
    return path
