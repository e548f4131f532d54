"""Bias first.

loses: 0
told: have the shapes (4,) and (2, 4)
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    return bias - learning_rate * slopes.mean(
        axis=0
    ), weights - learning_rate * inputs.T @ slopes / n
