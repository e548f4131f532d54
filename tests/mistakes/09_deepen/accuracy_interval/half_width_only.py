"""One number.

loses: 2
told: returned one number
"""


def accuracy_interval(correct, total):
    p, n = correct / total, total
    z = 1.96
    center = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return half / scale
