"""Corner, width and height, as drawing libraries have it.

loses: 3
told: There are sizes among the numbers
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return columns[0], rows[0], np.ptp(columns) + 1, np.ptp(rows) + 1
