"""All products at once, then a sum."""


def dense(inputs, weights, bias):
    return (inputs[:, :, np.newaxis] * weights).sum(axis=1) + bias
