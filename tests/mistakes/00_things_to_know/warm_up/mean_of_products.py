"""np.mean for np.sum.

loses: 0
told: This is the mean of the products
"""


def warm_up(inputs, weights):
    return np.mean(inputs * weights)
