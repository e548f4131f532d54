"""A packed file is unpacked instead of refused.

loses: 1
told: that is still packed was read
"""

import gzip
import math


def read_idx(data):
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    magic = int.from_bytes(data[:4], "big")
    if magic not in (2049, 2051):
        raise ValueError("unknown magic number")
    start = 16 if magic == 2051 else 8
    if len(data) < start:
        raise ValueError("header cut off")
    shape = tuple(int.from_bytes(data[i : i + 4], "big") for i in range(4, start, 4))
    if len(data) - start != math.prod(shape):
        raise ValueError("wrong length")
    return np.frombuffer(data[start:], np.uint8).reshape(shape)
