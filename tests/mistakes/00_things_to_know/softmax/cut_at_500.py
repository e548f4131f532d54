"""Cut so that no power overflows.

loses: 1
told: cutting loses it
"""


def softmax(logits):
    powers = np.exp(np.clip(logits, -500, 500))
    return powers / powers.sum(axis=-1, keepdims=True)
