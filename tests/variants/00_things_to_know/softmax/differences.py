"""One over the sum of the powers of all differences."""


def softmax(logits):
    with np.errstate(over="ignore"):
        return 1 / np.exp(logits[..., np.newaxis, :] - logits[..., np.newaxis]).sum(axis=-1)
