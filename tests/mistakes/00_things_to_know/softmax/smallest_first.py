"""A sign turned round.

loses: 4
told: The smallest logit got the largest probability
"""


def softmax(logits):
    powers = np.exp(logits.min(axis=-1, keepdims=True) - logits)
    return powers / powers.sum(axis=-1, keepdims=True)
