"""The numbers one after the other, not the shape as one thing.

loses: 3
told: All numbers came in a row
"""


def idx_header(data):
    return tuple(np.frombuffer(data[: 4 + 4 * data[3]], ">u4").tolist())
