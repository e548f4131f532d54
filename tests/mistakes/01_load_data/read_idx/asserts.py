"""`assert` in place of an error.

loses: 2
told: ended in an AssertionError
"""


def read_idx(data):
    magic, shape = idx_header(data)
    assert magic in (0x0801, 0x0803), "not an idx file of images or labels"
    header = 4 + 4 * len(shape)
    assert len(data) == header + np.prod(shape), "too short or too long"
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)
