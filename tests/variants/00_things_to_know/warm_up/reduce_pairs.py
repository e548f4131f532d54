"""Pairs multiplied by map, folded by reduce. Written from the notebook alone."""

from functools import reduce
from operator import add, mul


def warm_up(inputs, weights):
    return reduce(add, map(mul, inputs, weights), 0.0)
