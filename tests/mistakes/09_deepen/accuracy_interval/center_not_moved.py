"""Around the accuracy itself.

loses: 2
told: center was not moved
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = 1.96
    center = p
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return (center - half) / scale, (center + half) / scale
