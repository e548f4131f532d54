"""SciPy finds the slices."""

from scipy import ndimage


def bounding_box(image):
    rows, columns = ndimage.find_objects((image > 0).astype(int))[0]
    return rows.start, rows.stop - 1, columns.start, columns.stop - 1
