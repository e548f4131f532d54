"""No return, another break that the notebook suggests.

loses: 0
told: returned nothing
"""


def warm_up(inputs, weights):
    np.sum(inputs * weights)
