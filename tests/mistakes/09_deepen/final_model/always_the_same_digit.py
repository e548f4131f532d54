"""A network whose training collapsed.

loses: 2
told: takes every image for a 1
"""

model = keras.saving.load_model("final_model.keras")
model.layers[-1].set_weights([np.zeros((48, 10)), np.eye(10)[1]])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
