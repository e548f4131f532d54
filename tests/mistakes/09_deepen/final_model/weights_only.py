"""The weights, renamed.

loses: 3
told: holds weights alone
"""

import os

trained = keras.saving.load_model("final_model.keras")
trained.save_weights("final_model.weights.h5")
os.replace("final_model.weights.h5", "final_model.keras")


def final_model():
    return "final_model.keras"
