"""The shares p at which (c/n - p)² equals z² p (1 - p) / n, as roots of a polynomial."""


def accuracy_interval(correct, total):
    z2 = 1.96**2
    share = correct / total
    roots = np.roots([1 + z2 / total, -(2 * share + z2 / total), share**2])
    return np.sort(roots.real)
