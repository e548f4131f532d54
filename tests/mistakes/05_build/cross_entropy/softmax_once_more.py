"""Takes the probabilities for scores and applies softmax again.

loses: 3
told: softmax was applied
"""


def cross_entropy(probabilities, labels):
    powers = np.exp(probabilities)
    again = powers / powers.sum(axis=1, keepdims=True)
    return float(np.mean(-np.log(again[np.arange(len(labels)), labels])))
