"""As signed bytes, bright pixels are negative.

loses: 2
told: as signed bytes, which end there
"""


def bounding_box(image):
    rows, columns = np.nonzero(image.astype("int8") > 0)
    return rows.min(), rows.max(), columns.min(), columns.max()
