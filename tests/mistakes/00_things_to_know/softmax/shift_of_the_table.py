"""The largest of the whole table is subtracted.

loses: 1
told: every power of that row became 0
"""


def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum(axis=-1, keepdims=True)
