"""The mean squared distance from the one-hot labels.

loses: 3
told: squared
"""


def cross_entropy(probabilities, labels):
    one_hot = np.eye(probabilities.shape[1])[labels]
    return float(np.mean(np.sum((probabilities - one_hot) ** 2, axis=1)))
