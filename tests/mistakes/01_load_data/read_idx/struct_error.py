"""`struct` has an error of its own where a header is cut off.

loses: 1
told: ended in error: unpack
"""

import struct


def read_idx(data):
    (magic,) = struct.unpack(">I", data[:4])
    if magic not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    shape = struct.unpack(f">{data[3]}I", data[4 : 4 + 4 * data[3]])
    if len(data) != 4 + 4 * len(shape) + np.prod(shape):
        raise ValueError("too short or too long")
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(shape)).reshape(shape)
