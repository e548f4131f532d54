"""The plan of the layers as JSON.

loses: 2
told: `to_json` gives it
"""

from pathlib import Path


def save_final(model, path):
    Path(path).write_text(model.to_json())
