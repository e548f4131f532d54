"""A Lambda layer inside.

loses: 3
told: holds code
"""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential(
    [layers.Input((28, 28, 1)), layers.Lambda(lambda images: images * 1.0), trained]
)
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
