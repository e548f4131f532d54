"""Added inside the sum.

loses: 3
told: once for each input
"""


def dense(inputs, weights, bias):
    result = np.zeros((len(inputs), len(bias)))
    for i in range(inputs.shape[1]):
        result += inputs[:, i : i + 1] * weights[i] + bias
    return result
