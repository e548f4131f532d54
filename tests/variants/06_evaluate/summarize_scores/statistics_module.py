"""Python's `statistics`."""

import statistics


def summarize_scores(scores):
    scores = [float(score) for score in scores]
    std = statistics.stdev(scores)
    return dict(mean=statistics.fmean(scores), std=std, standard_error=std / len(scores) ** 0.5)
