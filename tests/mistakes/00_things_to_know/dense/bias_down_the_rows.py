"""The bias as a column.

loses: 3
told: biases went down the rows
"""


def dense(inputs, weights, bias):
    return inputs @ weights + bias[:, np.newaxis]
