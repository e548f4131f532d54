"""Made for tables only.

loses: 2
told: A single row has no axis 1
"""


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
