"""As many bytes as there are pixels, from the beginning of the file.

loses: 3
told: bytes too early
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    shape, header = numbers[1:], 4 * len(numbers)
    if len(data) != header + np.prod(shape):
        raise ValueError("too short or too long")
    return np.frombuffer(data, np.uint8)[:-header].reshape(shape)
