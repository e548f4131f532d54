"""A view into the bytes, which cannot be written to. Written from the notebook alone."""

import numpy as np


def read_idx(data):
    if len(data) < 8:
        raise ValueError("the header is cut off")
    magic = int.from_bytes(data[:4], "big")
    if magic not in (0x0803, 0x0801):
        raise ValueError(f"unknown magic number {magic:#06x}")
    start = 16 if magic == 0x0803 else 8
    if len(data) < start:
        raise ValueError("the header is cut off")
    shape = tuple(int(size) for size in np.frombuffer(data, ">u4", count=start // 4)[1:])
    if len(data) - start != np.prod(shape, dtype=object):
        raise ValueError("the number of bytes is not what the header promises")
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)
