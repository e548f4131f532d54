"""The size of the box alone.

loses: 3
told: returned a dictionary
"""


def bounding_box(image):
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return {"height": np.ptp(rows) + 1, "width": np.ptp(columns) + 1}
