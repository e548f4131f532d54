"""A row of ten with a single 1 for each image.

loses: 4
told: one-hot
"""


def predict_digits(model, images):
    return np.eye(10, dtype=int)[np.argmax(model.predict(images, verbose=0), axis=1)]
