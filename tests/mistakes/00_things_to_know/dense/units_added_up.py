"""Everything in one number for each row.

loses: 3
told: a row's units were added up
"""


def dense(inputs, weights, bias):
    return (inputs @ weights + bias).sum(axis=1)
