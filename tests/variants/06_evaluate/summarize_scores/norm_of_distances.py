"""NumPy: the length of the vector of distances from the mean."""


def summarize_scores(scores):
    scores = np.asarray(scores)
    center = np.average(scores)
    std = np.linalg.norm(scores - center) / np.sqrt(len(scores) - 1)
    return {"mean": center, "std": std, "standard_error": std / np.sqrt(len(scores))}
