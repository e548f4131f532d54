"""The powers alone.

loses: 4
told: These are the powers of e
"""


def softmax(logits):
    return np.exp(logits)
