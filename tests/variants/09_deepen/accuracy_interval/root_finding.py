"""Looks for the accuracies whose score test just rejects the result, with Brent's method."""

from scipy.optimize import brentq


def accuracy_interval(correct, total):
    share = correct / total

    def excess(true):
        return (share - true) ** 2 * total - 1.959964**2 * true * (1 - true)

    nearly = 1e-12  # at a share of 0 or 1 itself nothing is in excess
    low = 0.0 if correct == 0 else brentq(excess, 0.0, share - nearly, xtol=1e-14)
    high = 1.0 if correct == total else brentq(excess, share + nearly, 1.0, xtol=1e-14)
    return low, high
