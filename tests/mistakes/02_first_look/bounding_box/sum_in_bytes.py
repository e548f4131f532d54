"""Sums of bytes wrap at 256.

loses: 1
told: A row of the values 128 and 128
"""


def bounding_box(image):
    rows = np.flatnonzero(image.sum(axis=1, dtype=image.dtype))
    columns = np.flatnonzero(image.sum(axis=0, dtype=image.dtype))
    return rows[0], rows[-1], columns[0], columns[-1]
