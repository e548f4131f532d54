"""The file is empty.

loses: 3
told: it has no bytes
"""

from pathlib import Path

Path("final_model.keras").write_bytes(b"")


def final_model():
    return "final_model.keras"
