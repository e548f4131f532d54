"""The standard error by the jackknife: the mean is taken k times, each time without one score."""


def summarize_scores(scores):
    scores = np.array(scores, dtype=float)
    k = scores.size
    without_one = np.array([np.delete(scores, i).mean() for i in range(k)])
    error = np.sqrt((k - 1) / k * ((without_one - without_one.mean()) ** 2).sum())
    return {"mean": scores.mean(), "standard_error": error, "std": error * np.sqrt(k)}
