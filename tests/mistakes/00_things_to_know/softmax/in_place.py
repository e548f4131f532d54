"""The shift is written into the argument.

loses: 1
told: the shift was written into them
"""


def softmax(logits):
    logits -= logits.max(axis=-1, keepdims=True)
    powers = np.exp(logits)
    return powers / powers.sum(axis=-1, keepdims=True)
