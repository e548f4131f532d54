"""A plain loop with the math module."""


def cross_entropy(probabilities, labels):
    import math

    total = 0.0
    for row, label in zip(probabilities, labels):
        total -= math.log(max(row[label], 1e-15))
    return total / len(labels)
