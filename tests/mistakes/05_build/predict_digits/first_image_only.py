"""Answers for the first image only.

loses: 3
told: first image only
"""


def predict_digits(model, images):
    return [int(np.argmax(model.predict(images, verbose=0)[0]))]
