"""Only the last byte of each size: right up to 255.

loses: 3
told: Of each size only the last byte
"""


def idx_header(data):
    return int.from_bytes(data[:4], "big"), tuple(data[7 + 4 * i] for i in range(data[3]))
