"""Half of the file is missing.

loses: 3
told: is damaged
"""

from pathlib import Path

file = Path("final_model.keras")
file.write_bytes(file.read_bytes()[:50_000])


def final_model():
    return "final_model.keras"
