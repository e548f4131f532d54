"""Looks up in the cumulated ink of rows and columns where it begins and where it is complete."""


def ends(ink):
    so_far = np.cumsum(ink, dtype=np.int64)
    return np.searchsorted(so_far, 1), np.searchsorted(so_far, so_far[-1])


def bounding_box(image):
    return *ends(image.sum(axis=1, dtype=np.int64)), *ends(image.sum(axis=0, dtype=np.int64))
