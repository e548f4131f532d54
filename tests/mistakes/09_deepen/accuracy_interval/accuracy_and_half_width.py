"""The accuracy and the half width.

loses: 2
told: accuracy and a half width
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = 1.96
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return p, half / scale
