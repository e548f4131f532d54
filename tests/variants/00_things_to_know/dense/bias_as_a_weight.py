"""The bias as one more weight, of an input that is always 1."""


def dense(inputs, weights, bias):
    ones = np.ones((len(inputs), 1))
    return np.hstack([inputs, ones]) @ np.vstack([weights, bias])
