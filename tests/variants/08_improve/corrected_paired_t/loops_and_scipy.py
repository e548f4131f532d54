"""A beginner: loops for mean and variance, and the distribution function of SciPy."""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    if len(scores_a) != len(scores_b):
        raise ValueError("different numbers of scores")
    if len(scores_a) < 2:
        raise ValueError("at least two folds are needed")
    k = len(scores_a)
    differences = []
    for i in range(k):
        differences.append(float(scores_a[i]) - float(scores_b[i]))
    all_zero = True
    for d in differences:
        if d != 0:
            all_zero = False
    if all_zero:
        return 0.0, 1.0
    mean = sum(differences) / k
    squares = 0
    for d in differences:
        squares = squares + (d - mean) ** 2
    s2 = squares / (k - 1)
    t = mean / ((1 / k + n_test / n_train) * s2) ** 0.5
    p = 2 * (1 - stats.t.cdf(abs(t), k - 1))
    return t, p
