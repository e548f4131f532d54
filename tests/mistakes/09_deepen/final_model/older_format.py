"""HDF5, renamed.

loses: 3
told: older HDF5 format
"""

import os

trained = keras.saving.load_model("final_model.keras")
trained.save("final_model.h5")
os.replace("final_model.h5", "final_model.keras")


def final_model():
    return "final_model.keras"
