"""Rows and columns counted from 1.

loses: 3
told: Every number is larger by one
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return rows[0] + 1, rows[-1] + 1, columns[0] + 1, columns[-1] + 1
