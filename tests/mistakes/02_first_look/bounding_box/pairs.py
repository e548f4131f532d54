"""Two pairs in place of four numbers.

loses: 3
told: Two things came back
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return (rows[0], rows[-1]), (columns[0], columns[-1])
