"""The running maximum from either side is 0 until the box begins; its zeros are counted."""


def bounding_box(image):
    found = []
    for axis in (1, 0):
        brightest = np.max(image, axis=axis)
        before = np.sum(np.maximum.accumulate(brightest) == 0)
        behind = np.sum(np.maximum.accumulate(brightest[::-1]) == 0)
        found += [before, len(brightest) - 1 - behind]
    return tuple(found)
