"""The magic number as the bytes that it is written in.

loses: 3
told: A number can be compared
"""


def idx_header(data):
    return data[:4], tuple(np.frombuffer(data[4 : 4 + 4 * data[3]], ">u4").tolist())
