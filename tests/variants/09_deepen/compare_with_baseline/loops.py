"""A beginner: loops, a branch for zeros, and the table of t in place of p for the decision."""


def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    k = len(baseline_scores)
    total = 0
    differences = []
    for i in range(k):
        d = deeper_scores[i] - baseline_scores[i]
        differences.append(d)
        total += d
    mean = total / k
    var = 0
    for d in differences:
        var += (d - mean) ** 2
    var = var / (k - 1)
    if all(d == 0 for d in differences):
        return {"difference": 0.0, "t": 0.0, "p": 1.0, "better": False}
    t = mean / np.sqrt(var * (1 / k + n_test / n_train))
    p = 2 * (1 - stats.t.cdf(abs(t), k - 1))
    critical = stats.t.ppf(0.975, k - 1)
    if t > critical:
        better = True
    else:
        better = False
    return {"difference": mean, "t": t, "p": p, "better": better}
