"""The plan as text.

loses: 3
told: plan of a model as text
"""

from pathlib import Path

trained = keras.saving.load_model("final_model.keras")
Path("final_model.keras").write_text(trained.to_json())


def final_model():
    return "final_model.keras"
