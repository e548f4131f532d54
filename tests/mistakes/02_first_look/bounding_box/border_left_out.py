"""The border is taken for black always, and not looked at.

loses: 1
told: The border was not looked at
"""


def bounding_box(image):
    inner = image[1:-1, 1:-1]
    if not inner.any():
        inner, shift = image, 0
    else:
        shift = 1
    rows, columns = np.nonzero(inner)
    return (
        rows.min() + shift,
        rows.max() + shift,
        columns.min() + shift,
        columns.max() + shift,
    )
