"""A column (N, 1) instead of (N,).

loses: 4
told: column
"""


def predict_digits(model, images):
    return np.argmax(model.predict(images, verbose=0), axis=1, keepdims=True)
