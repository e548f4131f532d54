"""Sizes in the order of the processor, so every right file looks damaged.

loses: 5
told: in order was refused: these bytes do not fit
"""


def read_idx(data):
    shape = [int.from_bytes(data[i : i + 4], "little") for i in range(4, 4 + 4 * data[3], 4)]
    if len(data) != 4 + 4 * len(shape) + np.prod(shape):
        raise ValueError("these bytes do not fit")
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(shape)).reshape(shape)
