"""One-hot labels times the logarithm of all probabilities: 0 times minus infinity is not a number.

loses: 1
told: 0 times minus infinity
"""


def cross_entropy(probabilities, labels):
    one_hot = np.eye(probabilities.shape[1])[labels]
    return float(-np.mean(np.sum(one_hot * np.log(probabilities), axis=1)))
