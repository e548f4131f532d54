"""NumPy coordinates; the smallest and largest are put side by side, and an array is returned."""


def bounding_box(image):
    where = np.argwhere(image)
    return np.stack([where.min(axis=0), where.max(axis=0)], axis=1).ravel()
