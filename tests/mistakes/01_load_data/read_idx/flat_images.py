"""Each image in one row.

loses: 2
told: in another arrangement
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    shape, header = numbers[1:], 4 * len(numbers)
    if len(data) != header + np.prod(shape):
        raise ValueError("too short or too long")
    values = np.frombuffer(data, np.uint8, offset=header)
    return values if len(shape) == 1 else values.reshape(shape[0], -1)
