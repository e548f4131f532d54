"""Shifted by the mean of the row, which is not far enough.

loses: 1
told: no logit of a row should be above 0
"""


def softmax(logits):
    powers = np.exp(logits - logits.mean(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
