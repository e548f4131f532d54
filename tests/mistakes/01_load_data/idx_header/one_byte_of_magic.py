"""Only the last byte of the magic number.

loses: 3
told: one of its bytes alone
"""


def idx_header(data):
    return data[3], tuple(np.frombuffer(data[4 : 4 + 4 * data[3]], ">u4").tolist())
