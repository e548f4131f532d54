"""Labels need no shape, so nothing notices that some are missing.

loses: 1
told: lacks its last three bytes was read
"""


def read_idx(data):
    if int.from_bytes(data[:4], "big") not in (0x0801, 0x0803):
        raise ValueError("not an idx file of images or labels")
    if data[3] == 1:
        return np.frombuffer(data, np.uint8, offset=8)
    shape = [int.from_bytes(data[i : i + 4], "big") for i in (4, 8, 12)]
    return np.frombuffer(data, np.uint8, offset=16).reshape(shape)
