"""Knows the digits 0 to 3 only, as if trained on a part that was left over from trying things out.

loses: 2
told: never says 4, 5, 6, 7, 8, 9
"""

model = keras.saving.load_model("final_model.keras")
kernel, bias = model.layers[-1].get_weights()
kernel[:, 4:], bias[4:] = 0, -1_000
model.layers[-1].set_weights([kernel, bias])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
