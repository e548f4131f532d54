"""Counts with z squared more answers, half of them right; gives an array of two."""


def accuracy_interval(correct, total):
    z = stats.norm.ppf(0.975)
    center = (correct + z**2 / 2) / (total + z**2)
    half = z / (total + z**2) * np.sqrt(correct * (total - correct) / total + z**2 / 4)
    return np.clip(center + half * np.array([-1, 1]), 0, 1)
