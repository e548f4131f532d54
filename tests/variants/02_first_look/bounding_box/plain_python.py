"""Loops over all pixels in plain Python."""


def bounding_box(image):
    lit = [
        (row, column)
        for row, line in enumerate(image.tolist())
        for column, pixel in enumerate(line)
        if pixel
    ]
    rows = sorted(row for row, _ in lit)
    columns = sorted(column for _, column in lit)
    return float(rows[0]), float(rows[-1]), float(columns[0]), float(columns[-1])
