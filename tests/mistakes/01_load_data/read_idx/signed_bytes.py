"""Bytes from -128 to 127.

loses: 2
told: read as signed ones
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    shape, header = numbers[1:], 4 * len(numbers)
    if len(data) != header + np.prod(shape):
        raise ValueError("too short or too long")
    return np.frombuffer(data, np.int8, offset=header).reshape(shape)
