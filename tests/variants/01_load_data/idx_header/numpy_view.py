"""NumPy with a big-endian type; an array for the shape."""


def idx_header(data):
    dimensions = data[3]
    numbers = np.frombuffer(data, ">u4", count=1 + dimensions)
    return numbers[0], numbers[1:]
