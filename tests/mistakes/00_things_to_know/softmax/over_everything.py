"""One sum for the whole table.

loses: 3
told: The whole table sums to 1
"""


def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
