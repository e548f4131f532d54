"""The gradient of another loss.

loses: 0
told: the step of a squared error
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    error = slopes / n
    slopes = probabilities * (error - (error * probabilities).sum(axis=1, keepdims=True))
    return weights - learning_rate * inputs.T @ slopes, bias - learning_rate * slopes.sum(axis=0)
