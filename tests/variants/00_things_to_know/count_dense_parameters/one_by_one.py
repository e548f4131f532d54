"""Counted one after the other."""


def count_dense_parameters(inputs, units):
    count = 0
    for _ in range(units):
        for _ in range(inputs):
            count += 1
        count += 1
    return count
