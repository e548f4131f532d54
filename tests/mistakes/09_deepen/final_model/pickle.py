"""A pickle of the weights.

loses: 3
told: is a pickle
"""

import pickle
from pathlib import Path

trained = keras.saving.load_model("final_model.keras")
Path("final_model.keras").write_bytes(pickle.dumps(trained.get_weights()))


def final_model():
    return "final_model.keras"
