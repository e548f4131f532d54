"""A model with two outputs.

loses: 3
told: with one array
"""

trained = keras.saving.load_model("final_model.keras")
images = keras.Input((28, 28, 1))
model = keras.Model(images, [trained(images), trained(images)])
model.compile("adam", loss="sparse_categorical_crossentropy")
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
