"""`struct` and plain lists; its error turned into a ValueError."""

import struct


def read_idx(data):
    try:
        (magic,) = struct.unpack_from(">I", data)
        if magic == 0x0801:
            (n,) = struct.unpack_from(">I", data, 4)
            labels = list(data[8:])
            if len(labels) != n:
                raise ValueError(f"{n} labels were promised, {len(labels)} are there")
            return labels
        n, height, width = struct.unpack_from(">III", data, 4)
    except struct.error as error:
        raise ValueError("the header is cut off") from error
    if magic != 0x0803 or len(data) != 16 + n * height * width:
        raise ValueError("not a file of images, or damaged")
    rows = [list(data[i : i + width]) for i in range(16, len(data), width)]
    return [rows[i : i + height] for i in range(0, len(rows), height)]
