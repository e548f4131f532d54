"""Looks at the last byte's half of the promise: 0x?803 passes.

loses: 1
told: 0x1803 was read without complaint
"""


def read_idx(data):
    if len(data) < 4 or int.from_bytes(data[:4], "big") & 0xFFF not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    header = 4 + 4 * data[3]
    shape = [int.from_bytes(data[i : i + 4], "big") for i in range(4, header, 4)]
    if len(data) != header + np.prod(shape):
        raise ValueError("too short or too long")
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)
