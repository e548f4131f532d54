"""Image by image, what was blank so far and still is."""


def always_blank(images):
    blank = np.ones(images.shape[1:], dtype=bool)
    for image in images:
        blank &= image == 0
    return blank
