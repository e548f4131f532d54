"""A warning in place of an error.

loses: 2
told: was answered with None
"""


def read_idx(data):
    try:
        magic, shape = idx_header(data)
        if magic not in (0x0801, 0x0803):
            print("not an idx file of images or labels")
            return None
        return np.frombuffer(data, np.uint8, offset=4 + 4 * len(shape)).reshape(shape)
    except ValueError:
        print("too short or too long")
        return None
