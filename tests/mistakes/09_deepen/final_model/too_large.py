"""A file of 21 MiB.

loses: 3
told: has 21 MiB
"""

from pathlib import Path

Path("final_model.keras").write_bytes(bytes(21 * 2**20))


def final_model():
    return "final_model.keras"
