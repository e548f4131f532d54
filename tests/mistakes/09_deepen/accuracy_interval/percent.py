"""Both ends in percent.

loses: 2
told: interval is in percent
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = 1.96
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return 100 * (center - half) / scale, 100 * (center + half) / scale
