"""Sorts the images by label and adds up each run; NaN stays where no run is."""


def mean_digits(images, labels):
    result = np.full((10, 28, 28), np.nan)
    order = np.argsort(labels, kind="stable")
    digits, starts, counts = np.unique(
        np.asarray(labels)[order], return_index=True, return_counts=True
    )
    sums = np.add.reduceat(np.asarray(images)[order], starts, axis=0, dtype=np.float64)
    result[digits] = sums / counts[:, None, None]
    return result
