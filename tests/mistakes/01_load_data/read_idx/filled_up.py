"""A file that is too short is filled up with black.

loses: 1
told: lacks its last byte was read
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    shape, header = numbers[1:], 4 * len(numbers)
    values = data[header:].ljust(np.prod(shape), b"\0")
    return np.frombuffer(values, np.uint8).reshape(shape)
