"""In counts of right and wrong answers, with the standard library."""

from math import sqrt
from statistics import NormalDist


def accuracy_interval(correct, total):
    z = NormalDist().inv_cdf(0.975)
    wrong = total - correct
    middle = (correct + z * z / 2) / (total + z * z)
    reach = z / (total + z * z) * sqrt(correct * wrong / total + z * z / 4)
    return [max(0.0, middle - reach), min(1.0, middle + reach)]
