"""A softmax without taking the largest score off first: large scores give infinity by infinity.

loses: 1
told: is not a number
"""


def predict_digits(model, images):
    with np.errstate(all="ignore"):
        powers = np.exp(model.predict(images, verbose=0))
        probabilities = powers / powers.sum(axis=1, keepdims=True)
    return probabilities.argmax(axis=1)
