"""The gradients alone.

loses: 0
told: These are the gradients
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    powers = np.exp(inputs @ weights + bias)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    slopes = probabilities - np.eye(len(bias))[labels]
    n = len(labels)
    return inputs.T @ slopes / n, slopes.mean(axis=0)
