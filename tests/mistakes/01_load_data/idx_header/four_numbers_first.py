"""Four numbers are unpacked before the magic number is looked at.

loses: 1
told: before you count on more than two numbers
"""

import struct


def idx_header(data):
    magic, n, h, w = struct.unpack(">IIII", data[:16])
    if magic == 2049:
        return magic, (n,)
    return magic, (n, h, w)
