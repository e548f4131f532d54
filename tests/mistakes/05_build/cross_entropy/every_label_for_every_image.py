"""`[:, labels]` picks all labels' columns for every image: an (N, N) table.

loses: 2
told: paired with the labels of all
"""


def cross_entropy(probabilities, labels):
    return float(np.mean(-np.log(np.maximum(probabilities[:, labels], 1e-12))))
