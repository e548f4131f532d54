"""One branch for images and one for labels, with unpack_from. Written from the notebook alone."""

import struct


def idx_header(data):
    (magic,) = struct.unpack_from(">I", data)
    if magic == 2051:
        n, h, w = struct.unpack_from(">3I", data, 4)
        return (magic, (n, h, w))
    (n,) = struct.unpack_from(">I", data, 4)
    return (magic, (n,))
