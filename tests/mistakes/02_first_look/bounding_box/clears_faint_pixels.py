"""Faint pixels are removed from the very image first.

loses: 1
told: It was asked to look
"""


def bounding_box(image):
    if image.max() == 1:
        image[image == 1] = 2
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]
