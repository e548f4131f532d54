"""keepdims forgotten.

loses: 3
told: does not meet the rows of the table
"""


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1)
