"""Trained on standardized pixels: it is blind for the little contrast of prepared ones.

loses: 2
told: expects standardized pixels
"""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),
        layers.Rescaling(0.3081 / 0.55, offset=(0.1307 - 0.45) / 0.55),
        layers.ReLU(),
        trained,
    ]
)
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
