"""The shifted powers alone.

loses: 4
told: the largest is 1 in every row
"""


def softmax(logits):
    return np.exp(logits - logits.max(axis=-1, keepdims=True))
