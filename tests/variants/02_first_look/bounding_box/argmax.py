"""The first True from each end, by argmax."""


def bounding_box(image):
    height, width = image.shape
    lit_rows, lit_columns = image.max(axis=1) > 0, image.max(axis=0) > 0
    return (
        lit_rows.argmax(),
        height - 1 - lit_rows[::-1].argmax(),
        lit_columns.argmax(),
        width - 1 - lit_columns[::-1].argmax(),
    )
