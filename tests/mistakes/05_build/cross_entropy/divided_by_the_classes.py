"""The mean over images and classes, so the loss is too small by the number of classes.

loses: 2
told: zeros of the wrong classes
"""


def cross_entropy(probabilities, labels):
    one_hot = np.eye(probabilities.shape[1])[labels]
    return float(-np.mean(one_hot * np.log(np.maximum(probabilities, 1e-12))))
