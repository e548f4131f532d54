"""Upper left and lower right corner.

loses: 3
told: These are two corners
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return rows[0], columns[0], rows[-1], columns[-1]
