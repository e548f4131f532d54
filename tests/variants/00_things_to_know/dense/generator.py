"""Row by row, as a generator of arrays."""


def dense(inputs, weights, bias):
    return (sum(value * unit for value, unit in zip(row, weights)) + bias for row in inputs)
