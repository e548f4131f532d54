"""The rows and columns themselves.

loses: 3
told: Each should be a single number
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return rows, rows, columns, columns
