"""The operator for matrix products. Written from the notebook alone."""


def warm_up(inputs, weights):
    return inputs @ weights
