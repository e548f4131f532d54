"""Two bytes of each size: right up to 65,535.

loses: 1
told: Each size is four bytes long
"""


def idx_header(data):
    shape = tuple(int.from_bytes(data[6 + 4 * i : 8 + 4 * i], "big") for i in range(data[3]))
    return int.from_bytes(data[:4], "big"), shape
