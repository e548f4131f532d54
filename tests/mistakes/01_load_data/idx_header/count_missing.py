"""Only rows and columns.

loses: 2
told: The number of images is missing
"""


def idx_header(data):
    magic, *shape = np.frombuffer(data[: 4 + 4 * data[3]], ">u4").tolist()
    return magic, tuple(shape[-2:])
