"""The magic number taken for the first size.

loses: 3
told: The first of these is the magic number
"""


def idx_header(data):
    numbers = np.frombuffer(data[: 4 * data[3]], ">u4").tolist()
    return int.from_bytes(data[:4], "big"), tuple(numbers)
