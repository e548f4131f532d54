"""Takes whatever is above one half: unsure images have no such number.

loses: 4
told: one half
"""


def predict_digits(model, images):
    return np.where(model.predict(images, verbose=0) > 0.5)[1]
