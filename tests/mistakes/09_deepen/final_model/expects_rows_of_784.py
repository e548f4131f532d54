"""Images have to be lined up before.

loses: 3
told: it expects (784,) for each
"""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential([layers.Input((784,)), layers.Reshape((28, 28, 1)), trained])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
