"""Slopes measured by small changes."""

import scipy.special


def gradient_step(inputs, labels, weights, bias, learning_rate):
    def loss(w, b):
        z = inputs @ w + b
        return np.mean(scipy.special.logsumexp(z, axis=1) - z[np.arange(len(labels)), labels])

    def slopes_of(array, loss_at):
        result = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            change = np.zeros(array.shape)
            change[place] = 1e-5
            result[place] = (loss_at(array + change) - loss_at(array - change)) / 2e-5
        return result

    return (
        weights - learning_rate * slopes_of(weights, lambda w: loss(w, bias)),
        bias - learning_rate * slopes_of(bias, lambda b: loss(weights, b)),
    )
