"""A pathlib.Path."""

from pathlib import Path


def final_model():
    return Path("final_model.keras")
