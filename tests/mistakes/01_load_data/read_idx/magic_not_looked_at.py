"""Reads whatever has the right length.

loses: 1
told: 0x0903, which has signed bytes, was read without complaint
"""


def read_idx(data):
    if len(data) < 4:
        raise ValueError("too short")
    header = 4 + 4 * data[3]
    shape = [int.from_bytes(data[i : i + 4], "big") for i in range(4, header, 4)]
    if len(data) != header + np.prod(shape):
        raise ValueError("too short or too long")
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)
