"""A scikit-learn person: StandardScaler divides by k, which is mended afterwards."""

from sklearn.preprocessing import StandardScaler


def summarize_scores(scores):
    scaler = StandardScaler().fit(np.reshape(scores, (-1, 1)))
    k = int(scaler.n_samples_seen_)
    variance = scaler.var_.item() * k / (k - 1)
    return {
        "mean": scaler.mean_.item(),
        "std": variance**0.5,
        "standard_error": (variance / k) ** 0.5,
    }
