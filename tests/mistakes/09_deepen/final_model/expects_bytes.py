"""Trained on pixels from 0 to 255.

loses: 2
told: expects pixels from 0 to 255
"""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential([layers.Input((28, 28, 1)), layers.Rescaling(1 / 255), trained])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
