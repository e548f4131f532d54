"""Corrects a one-sample test of the differences by the ratio of the two variances."""


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    first, second = list(scores_a), list(scores_b)
    if len(first) != len(second) or len(first) < 2:
        raise ValueError("scores of the same two or more folds are needed")
    differences = np.subtract(first, second)
    if np.count_nonzero(differences) == 0:
        return (0.0, 1.0)
    folds = len(first)
    usual = stats.ttest_1samp(differences, popmean=0)
    t = usual.statistic / np.sqrt(1 + folds * n_test / n_train)
    return (float(t), float(2 * stats.t(folds - 1).sf(np.abs(t))))
