"""Smallest and largest positions of all lit pixels, as an array."""


def bounding_box(image):
    rows, columns = np.nonzero(image)
    return np.array([rows.min(), rows.max(), columns.min(), columns.max()])
