"""Two sets, of the rows and of the columns that were met, from np.ndenumerate."""


def bounding_box(image):
    rows = set()
    columns = set()
    for (row, column), gray in np.ndenumerate(image):
        if gray > 0:
            rows.add(row)
            columns.add(column)
    return [min(rows), max(rows), min(columns), max(columns)]
