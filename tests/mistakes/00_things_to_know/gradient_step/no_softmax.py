"""Logits for probabilities.

loses: 0
told: without a softmax in between
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    slopes = (inputs @ weights + bias - np.eye(len(bias))[labels]) / len(labels)
    return weights - learning_rate * inputs.T @ slopes, bias - learning_rate * slopes.sum(axis=0)
