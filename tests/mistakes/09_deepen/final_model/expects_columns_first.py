"""Trained on images lying on their side.

loses: 2
told: rows and columns exchanged
"""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential([layers.Input((28, 28, 1)), layers.Permute((2, 1, 3)), trained])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
