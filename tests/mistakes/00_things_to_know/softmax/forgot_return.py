"""Computed and not returned.

loses: 4
told: returned nothing
"""


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    powers / powers.sum(axis=-1, keepdims=True)
