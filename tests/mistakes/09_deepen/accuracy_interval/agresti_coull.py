"""The interval of Agresti and Coull.

loses: 2
told: Agresti and Coull
"""


def accuracy_interval(correct, total):
    z = stats.norm.ppf(0.975)
    n = total + z**2
    p = (correct + z**2 / 2) / n
    half = z * np.sqrt(p * (1 - p) / n)
    return p - half, p + half
