"""One-hot rows times pixels, then divided by the counts."""


def mean_digits(images, labels):
    rows = np.eye(10)[labels]
    sums = np.tensordot(rows.T, images.astype(float), axes=1)
    with np.errstate(invalid="ignore"):
        return sums / rows.sum(axis=0)[:, None, None]
