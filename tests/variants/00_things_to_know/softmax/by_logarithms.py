"""Log-sum-exp, then e to the power of it."""


def softmax(logits):
    largest = logits.max(axis=-1, keepdims=True)
    total = largest + np.log(np.exp(logits - largest).sum(axis=-1, keepdims=True))
    return np.exp(logits - total)
