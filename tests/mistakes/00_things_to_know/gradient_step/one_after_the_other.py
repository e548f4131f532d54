"""The bias moves after a look through the new weights.

loses: 0
told: after a look through the new weights
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    new_weights = weights - learning_rate * inputs.T @ slopes / n
    powers = np.exp(inputs @ new_weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    return new_weights, bias - learning_rate * slopes.mean(axis=0)
