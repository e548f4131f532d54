"""Row by row, class by class; lists."""

import math


def gradient_step(inputs, labels, weights, bias, learning_rate):
    n, classes = len(labels), len(bias)
    new_weights, new_bias = weights.tolist(), bias.tolist()
    for row, label in zip(inputs, labels):
        logits = [
            sum(row[i] * weights[i][c] for i in range(len(row))) + bias[c] for c in range(classes)
        ]
        largest = max(logits)
        powers = [math.exp(z - largest) for z in logits]
        for c in range(classes):
            slope = (powers[c] / sum(powers) - (c == label)) / n
            new_bias[c] -= learning_rate * slope
            for i in range(len(row)):
                new_weights[i][c] -= learning_rate * slope * row[i]
    return new_weights, new_bias
