"""One-hot.

loses: 4
told: The largest logit got everything
"""


def softmax(logits):
    return (logits == logits.max(axis=-1, keepdims=True)).astype(float)
