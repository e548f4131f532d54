"""Binary cross-entropy: each class is a yes-or-no question of its own.

loses: 3
told: yes-or-no
"""


def cross_entropy(probabilities, labels):
    one_hot = np.eye(probabilities.shape[1])[labels]
    p = np.clip(probabilities, 1e-12, 1 - 1e-12)
    return float(-np.mean(np.sum(one_hot * np.log(p) + (1 - one_hot) * np.log(1 - p), axis=1)))
