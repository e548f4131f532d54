"""Trained on labels from 1 to 10.

loses: 2
told: digits are one off
"""

model = keras.saving.load_model("final_model.keras")
kernel, bias = model.layers[-1].get_weights()
model.layers[-1].set_weights([np.roll(kernel, 1, axis=1), np.roll(bias, 1)])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
