"""A softmax along the wrong axis before the argmax.

loses: 4
told: along the images
"""


def predict_digits(model, images):
    answers = model.predict(images, verbose=0)
    powers = np.exp(answers - answers.max(axis=0))
    return np.argmax(powers / powers.sum(axis=0), axis=1)
