"""Saved without loss, optimizer and metrics.

loses: 1
told: model in the file is not compiled
"""

model = keras.saving.load_model("final_model.keras", compile=False)
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
