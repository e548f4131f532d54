"""NaN taken for 0.

loses: 1
told: was taken for 0
"""


def dense(inputs, weights, bias):
    return np.nan_to_num(inputs) @ weights + bias
