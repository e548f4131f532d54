"""Counts at each position how many images are lit there."""


def always_blank(images):
    lit = np.count_nonzero(images, axis=0)
    return np.logical_not(lit)
