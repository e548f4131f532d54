"""The formula as it stands.

loses: 1
told: e to the 1000th is too large
"""


def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=-1, keepdims=True)
