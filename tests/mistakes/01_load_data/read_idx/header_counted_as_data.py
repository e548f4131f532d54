"""All bytes are to fit into the shape.

loses: 5
told: the header was counted as data
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    return np.frombuffer(data, np.uint8).reshape(numbers[1:])
