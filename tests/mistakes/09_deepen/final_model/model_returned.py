"""Returns the model.

loses: 3
told: The model itself stays in the file
"""


def final_model():
    return keras.saving.load_model("final_model.keras")
