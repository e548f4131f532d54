"""A beginner: the formula in pieces, with 1.96, and ifs that keep the ends within 0 and 1."""


def accuracy_interval(correct, total):
    z = 1.96
    p = correct / total
    middle = p + z**2 / (2 * total)
    root = z * np.sqrt(p * (1 - p) / total + z**2 / (4 * total**2))
    below = 1 + z**2 / total
    low = (middle - root) / below
    high = (middle + root) / below
    if low < 0:
        low = 0.0
    if high > 1:
        high = 1.0
    return low, high
