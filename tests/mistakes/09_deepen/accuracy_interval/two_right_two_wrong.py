"""Two right and two wrong answers added.

loses: 2
told: adding two right and two wrong
"""


def accuracy_interval(correct, total):
    n = total + 4
    p = (correct + 2) / n
    half = 1.959964 * np.sqrt(p * (1 - p) / n)
    return p - half, p + half
