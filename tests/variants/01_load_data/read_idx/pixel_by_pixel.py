"""A stream that is read byte by byte into zeros. Written from the notebook alone."""

import io

import numpy as np


def read_idx(data):
    stream = io.BytesIO(data)

    def take(count):
        part = stream.read(count)
        if len(part) != count:
            raise ValueError("the file is too short")
        return part

    magic = int.from_bytes(take(4), "big")
    if magic != 2051 and magic != 2049:
        raise ValueError("wrong magic number")
    shape = [int.from_bytes(take(4), "big") for _ in range(magic - 2048)]
    if np.prod(shape, dtype=float) > len(data):
        raise ValueError("the file is too short")
    result = np.zeros(shape, np.uint8)
    for place in np.ndindex(*shape):
        result[place] = take(1)[0]
    if stream.read():
        raise ValueError("the file is too long")
    return result
