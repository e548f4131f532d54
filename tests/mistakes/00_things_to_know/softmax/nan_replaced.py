"""Overflows, and makes numbers of what is none.

loses: 1
told: was replaced by a number afterward
"""


def softmax(logits):
    powers = np.exp(logits)
    return np.nan_to_num(powers / powers.sum(axis=-1, keepdims=True))
