"""An infinite cost becomes the largest float; two of those sum to infinity again.

loses: 1
told: no float can hold the sum
"""


def cross_entropy(probabilities, labels):
    with np.errstate(divide="ignore", over="ignore"):
        costs = np.nan_to_num(-np.log(probabilities[np.arange(len(labels)), labels]))
        return float(costs.mean())
