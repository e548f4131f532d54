"""Python's module for packed bytes."""

import struct


def idx_header(data):
    magic, first = struct.unpack_from(">II", data)
    if magic == 0x0801:
        return magic, (first,)
    return magic, struct.unpack_from(">III", data, 4)
