"""Each image is handed to the model by itself, without the first axis.

loses: 4
told: has lost the first axis
"""


def predict_digits(model, images):
    return np.array([np.argmax(model.predict(image, verbose=0)) for image in images])
