"""No file was saved.

loses: 3
told: There is no `final_model.keras`
"""

from pathlib import Path

Path("final_model.keras").unlink(missing_ok=True)


def final_model():
    return "final_model.keras"
