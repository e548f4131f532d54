"""Someone who fears for memory: chunks of images, whose means and squares are merged."""

from collections import OrderedDict


def describe_dataset(images, labels, chunk=256):
    n, mean, m2, zeros = 0, 0.0, 0.0, 0
    low, high = np.inf, -np.inf
    for start in range(0, len(images), chunk):
        part = np.array(images[start : start + chunk], dtype=float)
        k = part.size
        delta = part.mean() - mean
        m2 += part.var() * k + delta**2 * n * k / (n + k)
        mean += delta * k / (n + k)
        n += k
        zeros += k - np.count_nonzero(part)
        low, high = min(low, part.min()), max(high, part.max())
    facts = OrderedDict()
    facts["dtype"] = f"{images.dtype}"
    facts["n_images"], facts["height"], facts["width"] = images.shape
    facts["min"], facts["max"], facts["mean"] = low, high, mean
    facts["std"] = (m2 / n) ** 0.5
    facts["zero_fraction"] = zeros / n
    facts["n_classes"] = len({int(label) for label in labels})
    return facts
