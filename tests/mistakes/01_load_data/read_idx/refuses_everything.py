"""Compares the magic number with text, so that no file is right.

loses: 5
told: in order was refused: this is no idx file
"""


def read_idx(data):
    if data[:4] not in ("0x0801", "0x0803"):
        raise ValueError("this is no idx file")
    magic, shape = idx_header(data)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(shape)).reshape(shape)
