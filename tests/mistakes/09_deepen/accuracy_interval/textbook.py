"""The accuracy plus and minus 1.96 standard errors.

loses: 2
told: textbook's interval
"""


def accuracy_interval(correct, total):
    p = correct / total
    half = 1.959964 * np.sqrt(p * (1 - p) / total)
    return p - half, p + half
