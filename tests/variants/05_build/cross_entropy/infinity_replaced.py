"""Infinite costs are replaced by a hundred. Written from the notebook alone."""

import numpy as np


def cross_entropy(probabilities, labels):
    with np.errstate(divide="ignore"):
        costs = -np.log(probabilities[range(len(labels)), labels])
    costs[np.isinf(costs)] = 100
    return costs.mean()
