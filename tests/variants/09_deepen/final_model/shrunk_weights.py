"""Weights in half precision, to make the file smaller."""

model = keras.saving.load_model("final_model.keras")
model.set_weights([weights.astype("float16") for weights in model.get_weights()])
model.save("final_model.keras")


def final_model():
    name = "final_model.keras"
    return name
