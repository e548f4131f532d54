"""Written into the arguments.

loses: 0
told: perhaps by -= on the weights
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    weights -= learning_rate * inputs.T @ slopes / n
    bias -= learning_rate * slopes.mean(axis=0)
    return weights, bias
