"""An einsum over images and their class flags; float32 throughout."""


def mean_digits(images, labels):
    flags = np.equal.outer(np.arange(10), labels).astype("float32")
    sums = np.einsum("cn,nhw->chw", flags, images.astype("float32"), optimize=True)
    counts = flags.sum(axis=1, keepdims=True)[:, :, None]
    return np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0)
