"""Divided by the sum, without e.

loses: 4
told: without e to their power
"""


def softmax(logits):
    return logits / logits.sum(axis=-1, keepdims=True)
