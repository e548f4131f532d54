"""Powers of 2.

loses: 4
told: These are powers of 2 instead
"""


def softmax(logits):
    powers = 2.0 ** (logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
