"""Applied twice.

loses: 4
told: Softmax was applied twice
"""


def softmax(logits):
    for _ in range(2):
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        logits = powers / powers.sum(axis=-1, keepdims=True)
    return logits
