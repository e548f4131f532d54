"""All numbers least significant byte first.

loses: 3
told: little-endian
"""


def idx_header(data):
    magic = int.from_bytes(data[:4], "little")
    shape = tuple(int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "little") for i in range(data[3]))
    return magic, shape
