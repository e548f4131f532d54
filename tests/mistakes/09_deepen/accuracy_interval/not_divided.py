"""The division at the end is missing.

loses: 2
told: last step is missing
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = 1.96
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1
    return (center - half) / scale, (center + half) / scale
