"""As many images as there are bytes for, whatever the header promises.

loses: 1
told: a whole image more than its header promises
"""


def read_idx(data):
    magic = int.from_bytes(data[:4], "big")
    if magic == 2049:
        if len(data) < 8 or len(data) - 8 != int.from_bytes(data[4:8], "big"):
            raise ValueError("wrong number of labels")
        return np.frombuffer(data, np.uint8, offset=8)
    if magic != 2051 or len(data) < 16:
        raise ValueError("no idx file")
    h, w = int.from_bytes(data[8:12], "big"), int.from_bytes(data[12:16], "big")
    return np.frombuffer(data, np.uint8, offset=16).reshape(-1, h, w)
