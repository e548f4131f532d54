"""First and last lit pixel in reading order.

loses: 3
told: lit pixel in reading order
"""


def bounding_box(image):
    lit = np.argwhere(image)
    first, last = lit[0], lit[-1]
    return first[0], last[0], first[1], last[1]
