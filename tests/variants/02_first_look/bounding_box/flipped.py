"""One helper finds the first lit row; the other three ends come from flipping and turning."""


def first_lit_row(image):
    row = 0
    while not np.any(image[row]):
        row += 1
    return row


def bounding_box(image):
    height, width = image.shape
    top = first_lit_row(image)
    bottom = height - 1 - first_lit_row(np.flipud(image))
    left = first_lit_row(np.transpose(image))
    right = width - 1 - first_lit_row(np.transpose(np.fliplr(image)))
    return top, bottom, left, right
