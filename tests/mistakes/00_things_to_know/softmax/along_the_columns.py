"""axis=0.

loses: 3
told: The columns sum to 1
"""


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=0))
    return powers / powers.sum(axis=0)
