"""A network that was never trained.

loses: 2
told: or trained with wrong labels
"""

keras.utils.set_random_seed(0)
model = one_convolution(4)
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
