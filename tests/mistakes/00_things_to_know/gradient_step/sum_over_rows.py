"""Not divided by the number of rows.

loses: 0
told: times too long
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    return weights - learning_rate * inputs.T @ slopes, bias - learning_rate * slopes.sum(axis=0)
