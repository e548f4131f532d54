"""Only the number of images.

loses: 2
told: rows and columns follow it
"""


def idx_header(data):
    return int.from_bytes(data[:4], "big"), (int.from_bytes(data[4:8], "big"),)
