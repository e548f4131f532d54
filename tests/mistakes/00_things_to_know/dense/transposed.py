"""Units in rows.

loses: 3
told: columns of the result are swapped
"""


def dense(inputs, weights, bias):
    return (inputs @ weights + bias).T
