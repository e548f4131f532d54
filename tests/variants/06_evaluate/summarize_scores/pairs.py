"""The variance as the mean of half the squared difference, over all pairs of scores."""

from itertools import combinations
from math import sqrt


def summarize_scores(scores):
    k = len(scores)
    squares = [(a - b) ** 2 / 2 for a, b in combinations(scores, 2)]
    variance = sum(squares) / len(squares)
    return dict(mean=sum(scores) / k, std=sqrt(variance), standard_error=sqrt(variance / k))
