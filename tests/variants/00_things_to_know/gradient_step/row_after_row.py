"""The gradient is added up row after row; lists come back. Written from the notebook alone."""

import math


def gradient_step(inputs, labels, weights, bias, learning_rate):
    new_weights = [[float(w) for w in row] for row in weights]
    new_bias = [float(b) for b in bias]
    n = len(labels)
    for row, label in zip(inputs, labels, strict=True):
        sums = [
            sum(row[i] * weights[i][c] for i in range(len(row))) + bias[c] for c in range(len(bias))
        ]
        top = max(sums)
        powers = [math.exp(s - top) for s in sums]
        for c in range(len(bias)):
            slope = (powers[c] / sum(powers) - (1 if c == label else 0)) / n
            new_bias[c] -= learning_rate * slope
            for i in range(len(row)):
                new_weights[i][c] -= learning_rate * slope * row[i]
    return new_weights, new_bias
