"""The size of the full test set stands in the code.

loses: 2
told: does not lie in it
"""


def accuracy_interval(correct, total):
    p, n = correct / 10_000, 10_000
    z = 1.96
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return (center - half) / scale, (center + half) / scale
