"""SciPy's standard error, a variance of NumPy's, numbers as tensors."""

import tensorflow as tf
from scipy import stats


def summarize_scores(scores):
    return {
        "standard_error": stats.sem(scores),
        "std": np.sqrt(np.var(scores, ddof=1)),
        "mean": tf.constant(np.mean(scores, dtype="float64")),
        "scores": list(scores),
    }
