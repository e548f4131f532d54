"""Computed and not returned.

loses: 3
told: returned nothing
"""


def bounding_box(image):
    rows, columns = np.nonzero(image)
    box = rows.min(), rows.max(), columns.min(), columns.max()
