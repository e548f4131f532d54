"""A loop over pairs, without NumPy."""


def warm_up(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights):
        total += value * weight
    return total
