"""Half gray taken as the limit.

loses: 2
told: were left out. Lit means not 0
"""


def bounding_box(image):
    lit = image > 127
    rows = np.flatnonzero(lit.any(axis=1))
    columns = np.flatnonzero(lit.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]
