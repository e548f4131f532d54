"""Three sizes, in files of labels too.

loses: 2
told: has one size only
"""


def idx_header(data):
    magic, *shape = np.frombuffer(data[:16].ljust(16, b"\0"), ">u4").tolist()
    return magic, tuple(shape)
