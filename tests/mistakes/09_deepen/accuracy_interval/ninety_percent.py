"""z leaves 5% on each side.

loses: 2
told: covers 90%
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = stats.norm.ppf(0.95)
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return (center - half) / scale, (center + half) / scale
