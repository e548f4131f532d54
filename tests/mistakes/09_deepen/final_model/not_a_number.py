"""A network whose weights have become nan.

loses: 3
told: answers with nan
"""

model = keras.saving.load_model("final_model.keras")
model.layers[-1].set_weights([np.full((48, 10), np.nan), np.zeros(10)])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
