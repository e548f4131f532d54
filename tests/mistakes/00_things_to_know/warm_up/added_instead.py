"""Plus for times, the break that the notebook suggests.

loses: 0
told: Each input and its weight were added
"""


def warm_up(inputs, weights):
    return np.sum(inputs + weights)
