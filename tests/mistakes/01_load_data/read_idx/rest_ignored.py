"""Takes as many bytes as it needs, and ignores the others.

loses: 1
told: one byte too many was read
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    shape, header = numbers[1:], 4 * len(numbers)
    return np.frombuffer(data, np.uint8, count=np.prod(shape), offset=header).reshape(shape)
