"""Rounded to two places.

loses: 4
told: The probabilities are rounded
"""


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return (powers / powers.sum(axis=-1, keepdims=True)).round(2)
